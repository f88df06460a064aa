package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.paysandbox.certs.csr.CsrFinding;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.Requests;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPki.class)
class SigningTest {
    private static final List<String> BINS = List.of("180340021791");

    @TempDir
    Path dir;

    private Pki copy;

    @BeforeEach
    void copyPki(Pki pki) throws IOException {
        copy = SharedPki.copy(pki, dir.resolve("pki"));
    }

    @Test
    void the_documents_own_command_makes_a_request_that_is_signed() throws IOException {
        Path csr = dir.resolve("certrequest.csr");
        Openssl.run(
                "req",
                "-newkey",
                "rsa:2048",
                "-keyout",
                dir.resolve("private.key"),
                "-out",
                csr,
                "-addext",
                Requests.KEY_USAGE,
                "-addext",
                Requests.CLIENT_AUTH,
                "-subj",
                Requests.SUBJECT,
                "-passout",
                "pass:secret");
        Signing.Signed signed = signed(copy.sign(Files.readString(csr), BINS, "main"));
        Path certificate = dir.resolve("certfile.cer");
        Files.writeString(certificate, signed.certificatePem());

        assertThat(signed.findings()).isEmpty();
        assertThat(Openssl.verify(copy, "-purpose", "sslclient", certificate).output())
                .endsWith(": OK\n");
        assertThat(Openssl.run(
                                "pkcs12",
                                "-export",
                                "-in",
                                certificate,
                                "-inkey",
                                dir.resolve("private.key"),
                                "-passin",
                                "pass:secret",
                                "-passout",
                                "pass:secret",
                                "-out",
                                dir.resolve("certfile.pfx"))
                        .exit())
                .isZero();
    }

    @Test
    void a_signed_request_is_registered_under_its_host() throws IOException {
        RegisteredCertificate entry =
                signed(copy.sign(new Requests(dir).good(), BINS, "blue")).entry();
        assertThat(entry.name()).isEqualTo("pay.contoso.kz");
        assertThat(entry.world()).isEqualTo("blue");
        assertThat(entry.subject())
                .isEqualTo(
                        "emailAddress=it@contoso.kz,CN=pay.contoso.kz,O=Contoso Ltd.,L=Almaty,ST=Almaty Province,C=KZ");
        assertThat(copy.certificates()).contains(entry);
    }

    @Test
    void another_subject_does_not_take_anothers_name() throws IOException {
        Requests requests = new Requests(dir);
        List<String> extensions = List.of(Requests.KEY_USAGE, Requests.CLIENT_AUTH);
        String posing = requests.pem(Requests.SUBJECT.replace("pay.contoso.kz", "merchant"), extensions);
        assertThat(signed(copy.sign(posing, BINS, "main")).entry().name()).isEqualTo("merchant-2");
        String again = requests.good();
        assertThat(signed(copy.sign(again, BINS, "main")).entry().name()).isEqualTo("pay.contoso.kz");
        assertThat(signed(copy.sign(again, BINS, "main")).entry().name()).isEqualTo("pay.contoso.kz");
    }

    @Test
    void a_request_against_the_document_is_refused_and_leaves_no_trace() throws IOException {
        String request = new Requests(dir).pem("/CN=a.kz", List.of());
        Signing answer = copy.sign(request, BINS, "main");
        assertThat(answer).isInstanceOf(Signing.Refused.class);
        assertThat(answer.findings()).anyMatch(CsrFinding::isError);
        assertThat(copy.certificates()).hasSize(6);
    }

    @Test
    void bins_are_twelve_digits() {
        assertThatThrownBy(() -> copy.sign("", List.of("123"), "main"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 digits");
        assertThatThrownBy(() -> copy.sign("", List.of(), "main")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Signing.Signed signed(Signing answer) {
        return answer.fold(signed -> signed, refused -> {
            throw new AssertionError(refused.findings());
        });
    }
}
