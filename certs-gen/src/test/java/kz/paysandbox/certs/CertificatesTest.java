package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.SharedPki;
import kz.paysandbox.certs.x509.Pem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPki.class)
class CertificatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"merchant", "partner"})
    void clients_verify(String name, Pki pki) {
        Openssl.Result result = Openssl.verify(
                pki, "-purpose", "sslclient", pki.files().client(name).certificate());
        assertThat(result.output()).endsWith(": OK\n");
        assertThat(Openssl.verify(
                                pki,
                                "-purpose",
                                "sslserver",
                                pki.files().client(name).certificate())
                        .exit())
                .isNotZero();
    }

    @Test
    void the_server_verifies_for_every_bank_host(Pki pki) {
        for (String host : ServerIssuer.BANK_HOSTS) {
            String option = host.matches("[0-9.]+|.*:.*") ? "-verify_ip" : "-verify_hostname";
            assertThat(Openssl.verify(
                                    pki,
                                    "-purpose",
                                    "sslserver",
                                    option,
                                    host,
                                    pki.files().serverCertificate())
                            .exit())
                    .as(host)
                    .isZero();
        }
    }

    @Test
    void the_client_says_what_annex2_asks_for(Pki pki) {
        String text = Openssl.run(
                        "x509",
                        "-noout",
                        "-text",
                        "-purpose",
                        "-in",
                        pki.files().client("merchant").certificate())
                .output();
        assertThat(text)
                .contains("Issuer: CN = kbs_ca")
                .contains("Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment")
                .contains("TLS Web Client Authentication")
                .doesNotContain("TLS Web Server Authentication")
                .contains("Public-Key: (2048 bit)")
                .contains("SSL client : Yes")
                .contains("SSL server : No");
    }

    @Test
    void periods_are_the_banks(Pki pki) throws Exception {
        Instant dayBack = SharedPki.NOW.minus(Duration.ofDays(1));
        X509Certificate root = pki.authorities().get(0);
        X509Certificate intermediate = pki.authorities().get(1);
        X509Certificate server = Authorities.certificate(pki.files().serverCertificate());
        X509Certificate client =
                Authorities.certificate(pki.files().client("merchant").certificate());
        assertThat(root.getNotBefore().toInstant()).isEqualTo(dayBack);
        assertThat(root.getNotAfter().toInstant()).isEqualTo(Instant.parse("2046-11-21T06:30:00Z"));
        assertThat(intermediate.getNotAfter().toInstant()).isEqualTo(Instant.parse("2036-11-21T06:30:00Z"));
        assertThat(client.getNotAfter().toInstant()).isEqualTo(Instant.parse("2031-11-21T06:30:00Z"));
        assertThat(Duration.between(
                        server.getNotBefore().toInstant(), server.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(825));
        assertThat(root.getSubjectX500Principal().getName()).isEqualTo("CN=kbs_root_ca");
        assertThat(intermediate.getSubjectX500Principal().getName()).isEqualTo("CN=kbs_ca");
    }

    @Test
    void the_epay_key_has4096_bits_and_a_public_half(Pki pki) {
        assertThat(Openssl.run("pkey", "-in", pki.files().epayKey(), "-noout", "-text")
                        .output())
                .contains("(4096 bit");
        assertThat(Openssl.run("pkey", "-in", pki.files().epayKey(), "-pubout").output())
                .contains("BEGIN PUBLIC KEY");
    }

    @Test
    void the_server_file_holds_leaf_and_intermediate(Pki pki) throws Exception {
        assertThat(Pem.certificates(Files.readString(pki.files().serverCertificate())))
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=localhost", "CN=kbs_ca");
    }
}
