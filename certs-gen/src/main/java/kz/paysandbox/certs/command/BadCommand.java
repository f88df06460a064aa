package kz.paysandbox.certs.command;

import java.util.concurrent.Callable;
import kz.paysandbox.certs.BadFixture;
import kz.paysandbox.certs.Pki;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs bad}. */
@Command(
        name = "bad",
        description = "Makes the certificates that must be refused, with whatever else 'init' finds missing, "
                + "and says what each of them is for.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs bad"})
@SuppressWarnings("NullAway.Init")
final class BadCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return certs.run(spec, out -> {
            Pki pki = certs.init(out);
            for (BadFixture fixture : BadFixture.values()) {
                out.println(pki.files().bad(fixture).certificate() + ": " + fixture.purpose());
            }
            return ExitCode.OK;
        });
    }
}
