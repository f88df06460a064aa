package kz.paysandbox.certs.command;

import java.util.concurrent.Callable;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.certs.store.RegisteredCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs crl}. */
@Command(
        name = "crl",
        description = "Writes crl.pem, the revocation list, anew from registry.json; valid for ten years.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs crl", "  openssl crl -in .sandbox/pki/crl.pem -noout -text"})
@SuppressWarnings("NullAway.Init")
final class CrlCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return certs.run(spec, out -> {
            Pki pki = certs.open();
            pki.crl();
            long revoked = pki.certificates().stream()
                    .filter(RegisteredCertificate::isRevoked)
                    .count();
            out.println(revoked + " revoked: " + pki.files().crl());
            return ExitCode.OK;
        });
    }
}
