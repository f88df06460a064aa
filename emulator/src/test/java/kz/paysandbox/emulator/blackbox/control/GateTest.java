package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No web page from elsewhere may drive the sandbox, rebinding of names included. */
class GateTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:8540", "LOCALHOST", "127.0.0.1", "127.0.0.1:1", "127.9.9.9", "[::1]:8540"
            })
    void a_host_of_this_machine_may_pass(String host) {
        assertThat(ask("Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere.example",
                "localhost.elsewhere.example",
                "127.0.0.1.elsewhere.example",
                "10.0.0.1:8540"
            })
    void a_host_elsewhere_may_not(String host) {
        assertThat(ask("Host: " + host + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("application/problem+json", "Host header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1", "https://[::1]:8443"})
    void a_page_of_this_machine_may_pass(String origin) {
        assertThat(ask("Host: localhost\r\nOrigin: " + origin + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "null",
                "http://localhost.elsewhere.example",
                "http://localhost@elsewhere.example"
            })
    void a_page_from_elsewhere_may_not(String origin) {
        assertThat(ask("Host: localhost\r\nOrigin: " + origin + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("web pages from elsewhere");
    }

    @Test
    void whom_the_gate_refuses_changes_nothing() {
        try (RawConnection connection = RawConnection.plain(SANDBOX.port("control"))) {
            connection
                    .say("POST /__sandbox/worlds HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n"
                            + "Content-Length: 17\r\n\r\n{\"name\":\"forged\"}")
                    .hearAll();
        }

        assertThat(SANDBOX.control().get("/worlds").body()).doesNotContain("forged");
    }

    private static String ask(String headers) {
        try (RawConnection connection = RawConnection.plain(SANDBOX.port("control"))) {
            return connection
                    .say("GET /__sandbox/world HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .hearAll();
        }
    }
}
