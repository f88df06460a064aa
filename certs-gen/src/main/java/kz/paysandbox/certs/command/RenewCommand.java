package kz.paysandbox.certs.command;

import java.util.concurrent.Callable;
import kz.paysandbox.certs.ClientIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs renew}. */
@Command(
        name = "renew",
        description = "Replaces a client's key and certificate, same BINs, world and password. "
                + "The old certificate stays valid until it is revoked.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs renew merchant"})
@SuppressWarnings("NullAway.Init")
final class RenewCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<name>", description = "Client, for example merchant.")
    private String name;

    @Override
    public Integer call() {
        return certs.run(spec, out -> {
            ClientIdentity fresh = certs.open().renew(name);
            out.println("renewed '" + name + "' until " + fresh.notAfter() + ", fingerprint " + fresh.fingerprint());
            return ExitCode.OK;
        });
    }
}
