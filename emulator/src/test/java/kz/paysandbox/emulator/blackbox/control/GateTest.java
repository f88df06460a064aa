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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost\r\nOrigin: https://elsewhere.example",
                "Origin: http://localhost https://elsewhere.example"
            })
    void of_several_origins_every_one_counts(String origins) {
        assertThat(ask("Host: localhost\r\n" + origins + "\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("web pages from elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "none\r\nSec-Fetch-Site: cross-site", "anything"})
    void what_a_foreign_page_has_a_browser_load_may_not(String site) {
        assertThat(ask("Host: localhost\r\nSec-Fetch-Site: " + site + "\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: none",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost:3000"
            })
    void what_a_page_of_this_machine_loads_may(String headers) {
        assertThat(ask("Host: localhost\r\n" + headers + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__sandbox/world", "/__sandbox/nowhere", "/__sandbox/reset"})
    void every_method_and_path_has_the_gate(String path) {
        assertThat(ask("HEAD", path, "Host: elsewhere.example\r\n")).startsWith("HTTP/1.1 403 ");
        assertThat(ask("OPTIONS", path, "Host: elsewhere.example\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void head_is_get_without_its_body() {
        assertThat(ask("HEAD", "/__sandbox/world", "Host: localhost\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("application/json", "Content-Length: ")
                .endsWith("\r\n\r\n");
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
        return ask("GET", "/__sandbox/world", headers);
    }

    private static String ask(String method, String path, String headers) {
        try (RawConnection connection = RawConnection.plain(SANDBOX.port("control"))) {
            return connection
                    .say(method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .hearAll();
        }
    }
}
