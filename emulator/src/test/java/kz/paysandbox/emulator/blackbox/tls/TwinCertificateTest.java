package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSocket;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.http.tls.ServerIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's certificates with an RSA and an EC key. */
class TwinCertificateTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, RSA",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, EC",
        "TLSv1.3, TLS_AES_128_GCM_SHA256, EC"
    })
    void each_client_gets_the_one_that_it_takes(String version, String suite, String keyType) throws IOException {
        assertThat(shown(version, suite).getPublicKey().getAlgorithm()).isEqualTo(keyType);
    }

    @Test
    void both_are_for_the_same_names() throws Exception {
        X509Certificate rsa = shown("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        X509Certificate ec = shown("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertThat(List.copyOf(ec.getSubjectAlternativeNames()))
                .isEqualTo(List.copyOf(rsa.getSubjectAlternativeNames()));
        assertThat(ec.getNotAfter()).isEqualTo(rsa.getNotAfter());
    }

    @Test
    void a_certificate_for_other_names_is_not_shown_beside_it() {
        Path folder = SANDBOX.pki("server.crt").getParent();
        var shop = Pki.open(folder).issueServer("shop", List.of("shop.local"));
        ServerIdentity own = ServerIdentity.read(shop.certificate(), shop.plainKey());
        ServerIdentity twin = ServerIdentity.read(SANDBOX.pki("server-ec.crt"), SANDBOX.pki("server-ec.key"));
        assertThat(own.withTwin(twin).getServerAliases("EC", new Principal[0])).isEmpty();
        assertThat(own.withTwin(twin).getServerAliases("RSA", new Principal[0])).containsExactly("RSA");
    }

    private static X509Certificate shown(String version, String suite) throws IOException {
        try (SSLSocket socket = (SSLSocket)
                SANDBOX.anonymous().getSocketFactory().createSocket("localhost", SANDBOX.port("kaspi-r1"))) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
