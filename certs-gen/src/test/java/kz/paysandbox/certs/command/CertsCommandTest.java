package kz.paysandbox.certs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.Requests;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@ExtendWith(SharedPki.class)
class CertsCommandTest {
    private record Run(int exit, String out, String err) {}

    @TempDir
    Path dir;

    private Pki pki;

    @BeforeEach
    void home(Pki shared) throws IOException {
        pki = SharedPki.copy(shared, dir.resolve("pki"));
    }

    @Test
    void signs_a_request_that_follows_the_annex() throws IOException {
        Path csr = write("good.csr", new Requests(dir).good());
        Path out = dir.resolve("certfile.cer");
        Run run = certs("sign", csr, "--bin", "180340021791", "--bin", "990340000013", "--world", "w", "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Openssl.verify(pki, "-purpose", "sslclient", out).exit()).isZero();
        assertThat(pki.certificates()).last().satisfies(entry -> {
            assertThat(entry.bins()).containsExactly("180340021791", "990340000013");
            assertThat(entry.world()).isEqualTo("w");
        });

        Run again = certs("sign", csr, "--bin", "180340021791", "--out", out);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("certfile.cer: exists").hasLineCount(1);
        assertThat(pki.certificates()).hasSize(7);
    }

    @Test
    void signs_for_no_organisation_that_the_sandbox_does_not_have() throws IOException {
        Path csr = write("good.csr", new Requests(dir).good());
        Path out = dir.resolve("own.cer");
        Run refused = certs("sign", csr, "--bin", "060640000035", "--out", out);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("060640000035", "no such organisation", "--unknown-bin");
        assertThat(out).doesNotExist();

        assertThat(certs("sign", csr, "--bin", "060640000035", "--unknown-bin", "--out", out)
                        .exit())
                .isZero();
    }

    @Test
    void refuses_a_request_that_does_not() throws IOException {
        Path csr = write("bad.csr", new Requests(dir).pem("/CN=a.kz", List.of()));
        Run run = certs("sign", csr, "--bin", "180340021791", "--out", dir.resolve("x.cer"));
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("csr.country", "line 15", "error: refused");
        assertThat(dir.resolve("x.cer")).doesNotExist();
    }

    @Test
    void lint_ends_with_its_verdict() throws IOException {
        Requests requests = new Requests(dir);
        List<String> both = List.of(Requests.KEY_USAGE, Requests.CLIENT_AUTH);
        assertThat(certs("lint", write("a.csr", requests.good())).exit()).isZero();
        assertThat(certs("lint", write("b.csr", requests.pem(Requests.SUBJECT, both, "-sha1")))
                        .exit())
                .isEqualTo(16);
        assertThat(certs("lint", write("c.csr", requests.pem("/CN=a", both))).exit())
                .isEqualTo(4);
        assertThat(certs("lint", write("d.csr", "hello")).exit()).isEqualTo(4);
        assertThat(certs("lint", dir.resolve("none.csr")))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(1))
                .satisfies(run ->
                        assertThat(run.err()).contains("none.csr: no such file").hasLineCount(1));
    }

    @Test
    void makes_containers_of_both_kinds() throws IOException {
        var files = pki.files().client("merchant");
        for (String option : List.of("--force", "--legacy")) {
            Path out = dir.resolve("x" + option + ".pfx");
            Run run = certs(
                    "pfx",
                    "--in",
                    files.certificate(),
                    "--inkey",
                    files.key(),
                    "--password-file",
                    files.password(),
                    "--out",
                    out,
                    option);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(Openssl.run("pkcs12", "-legacy", "-noout", "-in", out, "-passin", "file:" + files.password())
                            .exit())
                    .isZero();
        }
        Run wrong = certs(
                "pfx",
                "--in",
                files.certificate(),
                "--inkey",
                pki.files().client("partner").key(),
                "--password-file",
                files.password(),
                "--out",
                dir.resolve("y.pfx"));
        assertThat(wrong.exit()).isEqualTo(4);
        assertThat(wrong.err()).contains("password does not open").hasLineCount(1);
    }

    @Test
    void renews_revokes_and_lists() {
        assertThat(certs("renew", "partner").exit()).isZero();
        assertThat(certs("revoke", "partner").exit()).isZero();
        assertThat(certs("revoke", "partner").exit()).isZero();
        assertThat(certs("revoke", "partner").exit()).isEqualTo(1);
        String serial = pki.certificates().get(0).serial().toString(16);
        assertThat(certs("revoke", "--serial", serial).out()).contains("revoked 'merchant'");
        assertThat(certs("crl").out()).startsWith("4 revoked");
        assertThat(certs("bad").out()).contains("expired.cer: ended 30 days", "revoked.cer: ");
        assertThat(certs("init").out()).startsWith("complete: ").hasLineCount(1);
    }

    @Test
    void mounts_in_a_launcher() {
        StringWriter out = new StringWriter();
        CommandLine launcher = new CommandLine(new Launcher())
                .addSubcommand(new CertsCommand(SharedPki.CLOCK, new SecureRandom()))
                .setOut(new PrintWriter(out, true));
        assertThat(launcher.execute("certs", "crl", "--home", dir.toString())).isZero();
        assertThat(launcher.execute("certs", "renew", "--help")).isZero();
        assertThat(out.toString()).contains("1 revoked", "Usage: sandbox certs renew");
    }

    @CommandLine.Command(name = "sandbox", mixinStandardHelpOptions = true)
    private static final class Launcher {}

    @ParameterizedTest
    @CsvSource({
        "2, sign x.csr --bin 1803400217 --out y",
        "2, sign x.csr --out y",
        "2, revoke",
        "2, revoke merchant --serial 12",
        "2, revoke merchant partner",
        "2, revoke --serial zz",
        "2, ''",
        "1, renew nobody",
        "1, renew expired",
        "0, --help",
        "0, init --help",
        "0, sign --help",
        "0, lint --help",
        "0, pfx --help",
        "0, renew --help",
        "0, revoke --help",
        "0, crl --help",
        "0, bad --help"
    })
    void exit_codes(int expected, String arguments) {
        Run run = certs((Object[]) arguments.trim().split(" ", -1));
        assertThat(run.exit()).isEqualTo(expected);
        assertThat(run.err()).doesNotContain("Exception");
        if (expected == 0) {
            assertThat(run.out()).contains("Examples:");
        }
    }

    @Test
    void without_a_folder_it_says_what_to_do() {
        Run run = execute("crl", "--home", dir.resolve("elsewhere").toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("run 'certs init'").hasLineCount(1);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(dir.resolve(name), content);
    }

    private Run certs(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", dir.toString()));
        for (Object argument : arguments) {
            if (!argument.toString().isEmpty()) {
                all.add(argument.toString());
            }
        }
        return execute(all.toArray(String[]::new));
    }

    private static Run execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = new CommandLine(new CertsCommand(SharedPki.CLOCK, new SecureRandom()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
