package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.blackbox.support.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedHandshakesTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld main = SANDBOX.main();

    @BeforeEach
    void forget_earlier_requests() {
        main.control().delete("/requests").expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kaspi-r1", "kaspi-r2", "kaspi-r3"})
    void plain_http_to_a_tls_port_is_explained(String listener) {
        try (RawConnection client = RawConnection.plain(SANDBOX.port(listener))) {
            client.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").hearAll();
        }

        assertThat(main.control().awaitNote("plain HTTP")).contains("https://");
    }

    @Test
    void a_client_of_tls_1_1_is_explained() {
        Tool.Run run = new OpenSsl(SANDBOX, "merchant", "1.1").ping("kaspi-r2", "-cipher", "DEFAULT@SECLEVEL=0");

        assertThat(run.output()).doesNotContain("StatusCode");
        assertThat(main.control().awaitNote("TLS versions")).contains("1.2 is the least");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void a_client_that_does_not_trust_the_sandbox_is_explained(String version) {
        Tool.Run run = Tool.named("curl")
                .run(
                        "--silent",
                        "--tlsv" + version,
                        "--tls-max",
                        version,
                        "https://127.0.0.1:" + SANDBOX.port("kaspi-r1") + "/r1/v01/health/ping");

        assertThat(run.exit()).isEqualTo(60);
        assertThat(main.control().awaitNote("trust")).contains("pki/ca-bundle.pem");
    }
}
