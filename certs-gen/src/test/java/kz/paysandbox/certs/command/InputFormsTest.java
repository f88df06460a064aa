package kz.paysandbox.certs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.Requests;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files and passwords in every form that people bring them. */
@ExtendWith(SharedPki.class)
class InputFormsTest {
    private record Run(int exit, String out, String err) {}

    @TempDir
    Path dir;

    private Pki pki;

    @BeforeEach
    void home(Pki shared) throws IOException {
        pki = SharedPki.copy(shared, dir.resolve("pki"));
    }

    @Test
    void reads_what_openssl_reads() throws IOException {
        Path csr = write("good.csr", new Requests(dir).good());
        Path der = dir.resolve("der.csr");
        Openssl.run("req", "-in", csr, "-outform", "DER", "-out", der);
        Path marked = write("marked.csr", "\uFEFF" + Files.readString(csr));
        for (Path request : List.of(der, marked)) {
            assertThat(certs("lint", request))
                    .satisfies(run ->
                            assertThat(run.exit()).as(run.out() + run.err()).isZero());
        }

        var files = pki.files().client("merchant");
        Path password = files.password();
        Path together = write("both.pem", Files.readString(files.key()) + Files.readString(files.certificate()));
        Path derCertificate = dir.resolve("der.cer");
        Openssl.run("x509", "-in", files.certificate(), "-outform", "DER", "-out", derCertificate);
        Path derKey = dir.resolve("der.key");
        Openssl.run("pkey", "-in", files.plainKey(), "-outform", "DER", "-out", derKey);
        Path oldDerKey = dir.resolve("rsa.key");
        Openssl.run("rsa", "-in", files.plainKey(), "-traditional", "-outform", "DER", "-out", oldDerKey);
        Path sealedDerKey = dir.resolve("sealed.key");
        Openssl.run(
                "pkcs8",
                "-topk8",
                "-in",
                files.plainKey(),
                "-passout",
                "file:" + password,
                "-outform",
                "DER",
                "-out",
                sealedDerKey);
        for (List<Path> pair : List.of(
                List.of(together, together),
                List.of(derCertificate, derKey),
                List.of(derCertificate, oldDerKey),
                List.of(write("bom.cer", "\uFEFF" + Files.readString(files.certificate())), sealedDerKey))) {
            Path out = dir.resolve("x.pfx");
            assertThat(certs(
                            "pfx",
                            "--in",
                            pair.get(0),
                            "--inkey",
                            pair.get(1),
                            "--password-file",
                            password,
                            "--out",
                            out,
                            "--force"))
                    .satisfies(run -> assertThat(run.exit()).as(run.err()).isZero());
        }
    }

    @Test
    void a_password_that_java_cannot_use_is_refused() throws IOException {
        var files = pki.files().client("merchant");
        Run run = certs(
                "pfx",
                "--in",
                files.certificate(),
                "--inkey",
                files.plainKey(),
                "--password-file",
                write("secret", "пароль\n"),
                "--out",
                dir.resolve("x.pfx"));
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("not printable ASCII", "Java cannot").doesNotContain("пароль");
        assertThat(dir.resolve("x.pfx")).doesNotExist();
    }

    @Test
    void issues_a_server_certificate_for_a_shop() throws IOException {
        Run run = certs("server", "--host", "shop_app", "--host", "localhost");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("shop_app.cer", "shop_app-plain.key", "shop_app.pfx");
        Run wrong = certs("server", "--host", "https://shop");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("'https://shop' is neither a host name nor an address");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private Run certs(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new CertsCommand(SharedPki.CLOCK, new SecureRandom()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("--home", dir.toString()), Stream.of(arguments))
                        .map(Object::toString)
                        .toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
