package kz.paysandbox.certs.command;

import java.util.concurrent.Callable;
import kz.paysandbox.certs.Pki;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs init}. */
@Command(
        name = "init",
        description = "Makes the authority, the server certificate, the clients and the fixtures that are missing. "
                + "Overwrites nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs init", "  certs init --home ci-sandbox"})
@SuppressWarnings("NullAway.Init")
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return certs.run(spec, out -> {
            Pki pki = certs.init(out);
            out.println(
                    "complete: " + pki.files().dir() + " (trust " + pki.files().caBundle() + ")");
            return ExitCode.OK;
        });
    }
}
