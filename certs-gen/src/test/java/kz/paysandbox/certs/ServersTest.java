package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import kz.paysandbox.certs.testing.Openssl;
import kz.paysandbox.certs.testing.SharedPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPki.class)
class ServersTest {
    @TempDir
    Path dir;

    @Test
    void a_missing_host_is_added_to_the_server_certificate_of_an_existing_folder(Pki shared) throws IOException {
        Pki pki = SharedPki.copy(shared, dir);
        X509Certificate before = Authorities.certificate(pki.files().serverCertificate());
        assertThat(pki.serve(List.of("sandbox_app", "Касса.kz", "192.168.7.5", "[fe80::1]")))
                .isTrue();
        X509Certificate after = Authorities.certificate(pki.files().serverCertificate());
        assertThat(ServerIssuer.hosts(after))
                .containsAll(ServerIssuer.hosts(before))
                .contains("sandbox_app", "xn--80aa2a3aa.kz", "192.168.7.5", "fe80:0:0:0:0:0:0:1");
        assertThat(after.getPublicKey()).isEqualTo(before.getPublicKey());
        assertThat(Openssl.verify(pki, "-purpose", "sslserver", pki.files().serverCertificate())
                        .exit())
                .isZero();
    }

    @Test
    void nothing_is_issued_where_no_host_is_missing(Pki shared) throws IOException {
        Pki pki = SharedPki.copy(shared, dir);
        String before = Files.readString(pki.files().serverCertificate());
        assertThat(pki.serve(List.of("localhost", "::1", "PAY.kaspi.kz"))).isFalse();
        assertThat(Files.readString(pki.files().serverCertificate())).isEqualTo(before);
    }

    @Test
    void a_shop_gets_a_server_certificate_once(Pki shared) throws IOException {
        Pki pki = SharedPki.copy(shared, dir);
        PkiFiles.Client made = pki.issueServer("shop", List.of("shop.local", "127.0.0.1"));
        assertThat(ServerIssuer.hosts(Authorities.certificate(made.certificate())))
                .containsExactly("shop.local", "127.0.0.1");
        assertThat(Openssl.verify(pki, "-purpose", "sslserver", "-verify_hostname", "shop.local", made.certificate())
                        .exit())
                .isZero();
        assertThatThrownBy(() -> pki.issueServer("shop", List.of("shop.local")))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("has a server 'shop' already");
    }

    @ParameterizedTest
    @CsvSource({
        "Shop.Local, shop.local",
        "*.shop.local, *.shop.local",
        "shop_app, shop_app",
        "магазин.kz, xn--80aairftm.kz",
        "[::1], 0:0:0:0:0:0:0:1",
        "10.0.0.7, 10.0.0.7"
    })
    void host_names_are_spelt_as_certificates_do(String host, String spelt) {
        assertThat(HostName.of(host)).isEqualTo(spelt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "https://shop", "shop:8080", "256.1.1.1", "1.2.3", "-", "a..b", "::g"})
    void what_is_no_host_is_refused(String host) {
        assertThatThrownBy(() -> HostName.of(host)).isInstanceOf(IllegalArgumentException.class);
    }
}
