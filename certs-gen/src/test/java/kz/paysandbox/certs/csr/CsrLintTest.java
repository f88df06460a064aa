package kz.paysandbox.certs.csr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.Requests;
import kz.paysandbox.certs.x509.Csr;
import kz.paysandbox.certs.x509.CsrReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrLintTest {
    private static final List<String> BOTH = List.of(Requests.KEY_USAGE, Requests.CLIENT_AUTH);

    @TempDir
    static Path dir;

    private final Requests requests = new Requests(dir);

    @Test
    void a_request_by_the_document_has_no_findings() throws IOException {
        assertThat(CsrLint.lint(requests.good())).isEmpty();
    }

    @Test
    void the_documents_sample_answers_are_fine() throws IOException {
        String subject = "/C=KZ/ST=Almaty Province/L=Almaty/O=Contoso Ltd./CN=10.0.0.1/emailAddress=a@b.kz";
        assertThat(CsrLint.lint(requests.pem(subject, BOTH))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /C=RU/ST=A/L=A/O=C/CN=a.kz/emailAddress=a@b.kz              | COUNTRY      | ERROR   | line 15
            /ST=A/L=A/O=C/CN=a.kz/emailAddress=a@b.kz                   | COUNTRY      | ERROR   | line 15
            /C=KZ/L=A/O=C/CN=a.kz/emailAddress=a@b.kz                   | STATE        | ERROR   | line 16
            /C=KZ/ST=Алматы/L=A/O=C/CN=a.kz/emailAddress=a@b.kz         | STATE        | WARNING | line 16
            /C=KZ/ST=A/O=C/CN=a.kz/emailAddress=a@b.kz                  | LOCALITY     | ERROR   | line 17
            /C=KZ/ST=A/L=A/CN=a.kz/emailAddress=a@b.kz                  | ORGANISATION | ERROR   | line 18
            /C=KZ/ST=A/L=A/O=ТОО/CN=a.kz/emailAddress=a@b.kz            | ORGANISATION | ERROR   | line 18
            /C=KZ/ST=A/L=A/O=Default Company Ltd/CN=a.kz/emailAddress=a@b.kz | ORGANISATION | WARNING | line 18
            /C=KZ/ST=A/L=A/O=C/OU=x/CN=a.kz/emailAddress=a@b.kz         | UNIT         | ERROR   | line 19
            /C=KZ/ST=A/L=A/O=C/emailAddress=a@b.kz                      | COMMON_NAME  | ERROR   | line 20
            /C=KZ/ST=A/L=A/O=C/CN=My shop/emailAddress=a@b.kz           | COMMON_NAME  | WARNING | line 20
            /C=KZ/ST=A/L=A/O=C/CN=a.kz                                  | EMAIL        | ERROR   | line 21
            /C=KZ/ST=A/L=A/O=C/CN=a.kz/emailAddress=nobody              | EMAIL        | ERROR   | line 21
            """)
    void the_subject_is_checked_line_by_line(String subject, CsrRule rule, Severity severity, String line)
            throws IOException {
        assertThat(CsrLint.lint(requests.pem(subject, BOTH))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.rule().clause()).contains(line);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyUsage = digitalSignature",
                "keyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement"
            })
    void key_usage_is_exact(String keyUsage) throws IOException {
        assertThat(CsrLint.lint(requests.pem(Requests.SUBJECT, List.of(keyUsage, Requests.CLIENT_AUTH))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(CsrRule.KEY_USAGE);
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.rule().clause()).contains("-addext 'keyUsage");
                });
    }

    @Test
    void extensions_are_asked_for_by_name() throws IOException {
        assertThat(rules(requests.pem(Requests.SUBJECT, List.of())))
                .containsExactly(CsrRule.KEY_USAGE, CsrRule.EXTENDED_KEY_USAGE);
        assertThat(rules(requests.pem(Requests.SUBJECT, List.of(Requests.KEY_USAGE, "extendedKeyUsage = serverAuth"))))
                .containsExactly(CsrRule.EXTENDED_KEY_USAGE);
        List<CsrFinding> extra = CsrLint.lint(requests.pem(
                Requests.SUBJECT,
                List.of(Requests.KEY_USAGE, "extendedKeyUsage = clientAuth, serverAuth", "subjectAltName = DNS:a.kz")));
        assertThat(extra).extracting(CsrFinding::rule).containsExactly(CsrRule.EXTENDED_KEY_USAGE, CsrRule.EXTENSIONS);
        assertThat(extra).noneMatch(CsrFinding::isError);
    }

    @Test
    void short_keys_and_other_keys_are_errors() throws IOException {
        for (String[] key : new String[][] {{"rsa:1024"}, {"ec", "-pkeyopt", "ec_paramgen_curve:P-256"}}) {
            Path csr = dir.resolve("other.csr");
            List<Object> command = new ArrayList<>(List.of("req", "-nodes", "-newkey"));
            command.addAll(List.of((Object[]) key));
            command.addAll(List.of("-keyout", dir.resolve("other.key"), "-out", csr, "-subj", Requests.SUBJECT));
            command.addAll(List.of("-addext", Requests.KEY_USAGE, "-addext", Requests.CLIENT_AUTH));
            Openssl.run(command.toArray());
            assertThat(rules(Files.readString(csr))).containsExactly(CsrRule.KEY);
        }
    }

    @Test
    void the_extra_attributes_stay_empty() throws IOException {
        Path config = dir.resolve("extra.cnf");
        Files.writeString(config, """
                [req]
                prompt = no
                distinguished_name = dn
                attributes = extra
                req_extensions = ext
                [dn]
                C = KZ
                ST = Almaty Province
                L = Almaty
                O = Contoso Ltd
                CN = a.kz
                emailAddress = a@b.kz
                [extra]
                challengePassword = open-sesame
                unstructuredName = Contoso
                [ext]
                keyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment
                extendedKeyUsage = clientAuth
                """);
        requests.good();
        Path csr = dir.resolve("extra.csr");
        Openssl.run("req", "-new", "-config", config, "-key", dir.resolve("private.key"), "-out", csr);
        List<CsrFinding> findings = CsrLint.lint(Files.readString(csr));
        assertThat(findings).extracting(CsrFinding::rule).containsExactly(CsrRule.CHALLENGE, CsrRule.COMPANY);
        assertThat(findings.toString()).contains("line 25", "line 26").doesNotContain("open-sesame");
    }

    @Test
    void an_old_digest_is_a_warning() throws IOException {
        assertThat(CsrLint.lint(requests.pem(Requests.SUBJECT, BOTH, "-sha1")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(CsrRule.DIGEST);
                    assertThat(finding.isError()).isFalse();
                });
    }

    @Test
    void a_private_key_in_the_file_is_an_error() throws IOException {
        assertThat(rules(requests.good() + "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"))
                .containsExactly(CsrRule.PUBLIC_ONLY);
    }

    @Test
    void a_changed_request_fails_the_proof_of_possession() throws IOException {
        byte[] der = der(requests.good());
        der[der.length - 1] ^= 1;
        assertThat(rules(pem(der))).containsExactly(CsrRule.POSSESSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----"})
    void what_is_no_request_is_a_finding(String text) {
        assertThat(rules(text)).containsExactly(CsrRule.READABLE);
    }

    @Test
    void damage_is_an_error_unless_the_request_still_says_the_same() throws IOException {
        byte[] der = der(requests.good());
        Csr original = CsrReader.read(pem(der));
        qt().withExamples(400)
                .forAll(integers().between(0, der.length - 1), integers().between(1, 255))
                .check((at, flip) -> {
                    byte[] damaged = der.clone();
                    damaged[at] ^= (byte) (int) flip;
                    String pem = pem(damaged);
                    return CsrLint.lint(pem).stream().anyMatch(CsrFinding::isError)
                            || CsrReader.read(pem).equals(original);
                });
    }

    private static List<CsrRule> rules(String pem) {
        return CsrLint.lint(pem).stream().map(CsrFinding::rule).toList();
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }
}
