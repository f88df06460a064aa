package kz.paysandbox.certs.command;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.certs.store.RegisteredCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs revoke}. */
@Command(
        name = "revoke",
        description = "Revokes a certificate and renews crl.pem. "
                + "By name it is the newest one not yet revoked; after a renewal use --serial for the older one.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs revoke merchant", "  certs revoke --serial 178331a6c16f684a6c0cb58ae3feccf9"})
@SuppressWarnings("NullAway.Init")
final class RevokeCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "<name>", description = "Name in registry.json, for example merchant.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--serial",
            paramLabel = "HEX",
            converter = SerialConverter.class,
            description = "Instead of a name: the serial number, hexadecimal, with or without colons.")
    private Optional<BigInteger> serial = Optional.empty();

    @Override
    public Integer call() {
        if (name.isPresent() == serial.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Give either a name or --serial");
        }
        return certs.run(spec, this::revoke);
    }

    private int revoke(PrintWriter out) {
        Pki pki = certs.open();
        Optional<RegisteredCertificate> revoked =
                serial.map(pki::revokeSerial).orElseGet(() -> name.flatMap(pki::revoke));
        if (revoked.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("error: no certificate of that name or serial that is not yet revoked: see "
                            + pki.files().registry());
            return ExitCode.FAILED;
        }
        revoked.ifPresent(certificate -> out.println("revoked '" + certificate.name() + "', serial "
                + certificate.serial().toString(16) + ": " + pki.files().crl()));
        return ExitCode.OK;
    }
}
