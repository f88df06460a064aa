package kz.paysandbox.certs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.EncryptedKey;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Pfx;
import kz.paysandbox.certs.x509.PfxFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs pfx}: the second openssl command of Annex 2. */
@Command(
        name = "pfx",
        description = "Makes a PFX container of a certificate and its private key, "
                + "as Annex 2's 'openssl pkcs12 -export -in certfile.cer -inkey private.key -out certfile.pfx'.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  certs pfx --in certfile.cer --inkey private.key --password-file secret --out certfile.pfx",
            "  certs pfx --in certfile.cer --inkey private.key --password-file - --legacy --out old.pfx"
        })
@SuppressWarnings("NullAway.Init")
final class PfxCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Option(names = "--in", required = true, paramLabel = "CER", description = "Certificate, PEM or DER.")
    private Path certificate;

    @Option(
            names = "--inkey",
            required = true,
            paramLabel = "KEY",
            description = "Its private key, PEM or DER; may be the same file.")
    private Path key;

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "Its first line is the password of the key and of the container; - reads standard input.")
    private Path passwordFile;

    @Option(names = "--legacy", description = "RC2/3DES and SHA-1, for old Windows, .NET and Java.")
    private boolean legacy;

    @Option(
            names = "--name",
            paramLabel = "ALIAS",
            description = "Name of the entry. Default: none, as Annex 2's command leaves it; Java calls it 1.")
    private @Nullable String alias;

    @Mixin
    private OutputFile output = new OutputFile();

    @Override
    public Integer call() {
        return certs.run(spec, this::make);
    }

    private int make(PrintWriter out) throws IOException {
        output.demandFree();
        char[] password = InputFile.password(passwordFile);
        HeldCertificate held = EncryptedKey.readFor(
                Pem.certificates(InputFile.certificate(certificate)).get(0), InputFile.key(key), password);
        PfxFormat format = legacy ? PfxFormat.LEGACY : PfxFormat.MODERN;
        output.write(Pfx.write(format, Optional.ofNullable(alias), held, password, certs.random()), Access.OWNER_ONLY);
        out.println("made " + output.file());
        return ExitCode.OK;
    }
}
