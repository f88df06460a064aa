package kz.paysandbox.emulator.blackbox.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a sandbox listens, and the names that its certificate is for. */
class AddressesTest {

    @RegisterExtension
    private static final Sandbox USUAL = Sandbox.with();

    @RegisterExtension
    private static final Sandbox NAMED = Sandbox.with("hosts", "sandbox_app,касса.kz,192.168.7.5");

    @RegisterExtension
    private static final Sandbox ONE_ADDRESS = Sandbox.with("bind", "127.0.0.1");

    @Test
    void both_addresses_of_the_loopback_answer_on_every_port() throws IOException {
        Assumptions.assumeTrue(hasIpv6(), "this machine has no ::1");
        for (Map.Entry<String, Integer> listener : USUAL.emulator().ports().entrySet()) {
            for (String address : new String[] {"127.0.0.1", "::1"}) {
                try (Socket socket = new Socket(address, listener.getValue())) {
                    assertThat(socket.isConnected()).as(listener.getKey()).isTrue();
                }
            }
        }
        assertThat(certificate(USUAL, "::1")).isEqualTo(certificate(USUAL, "127.0.0.1"));
    }

    @Test
    void one_address_is_one_address() throws IOException {
        Assumptions.assumeTrue(hasIpv6(), "this machine has no ::1");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ONE_ADDRESS.port("control"))) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(refuses("::1", ONE_ADDRESS.port("control"))).isTrue();
    }

    @Test
    void the_certificate_is_for_the_names_that_others_use() throws Exception {
        assertThat(certificate(NAMED, "127.0.0.1").getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("sandbox_app", "xn--80aa2a3aa.kz", "192.168.7.5", "localhost", "mtokentest.kaspi.kz");
    }

    /** The handshake checks the name, as clients do. */
    private static X509Certificate certificate(Sandbox sandbox, String address) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) sandbox.anonymous().getSocketFactory().createSocket(address, sandbox.port("epay"))) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static boolean refuses(String address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static boolean hasIpv6() throws SocketException, UnknownHostException {
        return NetworkInterface.getByInetAddress(InetAddress.getAllByName("::1")[0]) != null;
    }
}
