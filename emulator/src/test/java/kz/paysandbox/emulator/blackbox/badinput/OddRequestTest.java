package kz.paysandbox.emulator.blackbox.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddRequestTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    static Stream<String> oddPaths() {
        return Stream.of(
                "/r1/v01/payment/status/%00",
                "/r1/v01/payment/status/%2e%2e",
                "/r1/v01/payment/status/%2F",
                "/r1/v01/payment/status/%5c",
                "/r1/v01/payment/status/%zz",
                "/r1/v01/payment/status/%",
                "/r1/v01/payment/status/%ff%fe",
                "/r1/v01/payment/status/%D1%8B",
                "/r1/v01/payment/status/1;x=y",
                "/r1/v01/payment/status/" + "9".repeat(6_000),
                "/r1/v01/payment/status/-",
                "/r1/v01/payment/status/",
                "/r1/v01/../../etc/passwd",
                "/r1/v01/%2e%2e/%2e%2e/etc/passwd",
                "//r1/v01/health/ping",
                "/r1//v01/health/ping",
                "/r1/v01/health/./ping/..",
                "/..",
                "/" + "a/".repeat(3_000),
                "*",
                "http://elsewhere.example/r1/v01/health/ping");
    }

    @AfterAll
    static void the_server_is_well() {
        Calm.server(SANDBOX);
    }

    @ParameterizedTest
    @MethodSource("oddPaths")
    void an_odd_path_gets_a_plain_answer(String path) {
        assertThat(speak("GET " + path + " HTTP/1.1\r\n")).matches("(?s)HTTP/1.1 (200|400|404|414) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/r1",
                "/r1/v01",
                "/r1/v01/health",
                "/r1/v03/health/ping",
                "/r2/v01/health/ping",
                "/favicon.ico"
            })
    void an_unknown_route_is_an_empty_404(String path) {
        assertThat(speak("GET " + path + " HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .contains("Content-Length: 0")
                .doesNotContain("Content-Type")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /r1/v01/qr/create",
        "DELETE, /r1/v01/device/delete",
        "PUT, /r1/v01/qr/create",
        "PATCH, /r1/v01/health/ping",
        "POST, /r1/v01/payment/status/1",
        "OPTIONS, /r1/v01/qr/create"
    })
    void a_known_route_with_another_method_is_a_405(String method, String path) {
        String taken = path.contains("ping") || path.contains("status") ? "GET" : "POST";
        assertThat(speak(method + " " + path + " HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("\r\nAllow: " + taken + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "TRACE", "CONNECT", "get", "PROPFIND"})
    void a_method_that_nobody_knows_gets_a_plain_answer(String method) {
        assertThat(speak(method + " /r1/v01/health/ping HTTP/1.1\r\n")).matches("(?s)HTTP/1.1 4\\d\\d .*");
    }

    @Test
    void a_head_request_has_no_body() {
        assertThat(speak("HEAD /r1/v01/health/ping HTTP/1.1\r\n")).endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /r1/v01/health/ping HTTP/9.9\r\n",
                "GET\r\n",
                "\u0000\u0001\u0002\r\n",
                "GET  HTTP/1.1\r\n",
                "GET /r1/v01/health/ping HTTP/1.1\r\nContent-Length: -1\r\n",
                "GET /r1/v01/health/ping HTTP/1.1\r\nContent-Length: abc\r\n",
                "POST /r1/v01/qr/create HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n",
                "POST /r1/v01/qr/create HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "POST /r1/v01/qr/create HTTP/1.1\r\nTransfer-Encoding: teapot\r\n",
                "GET /r1/v01/health/ping HTTP/1.1\r\nNo colon here\r\n",
                "GET /r1/v01/health/ping HTTP/1.1\r\n: no name\r\n"
            })
    void what_is_not_http_is_a_400_or_the_end_of_the_connection(String head) {
        assertThat(speak(head)).matches("(?s)|HTTP/1.1 (400|411|501|505) .*");
    }

    @Test
    void huge_headers_are_refused() {
        assertThat(speak("GET /r1/v01/health/ping HTTP/1.1\r\nX-Huge: " + "x".repeat(100_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(speak("GET /r1/v01/health/ping HTTP/1.1\r\n" + "X-Many: y\r\n".repeat(5_000)))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void many_query_parameters_are_no_harm() {
        assertThat(speak("GET /r1/v01/health/ping?" + "a=1&".repeat(1_500) + " HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(speak("GET /r1/v01/health/ping?" + "a=1&".repeat(30_000) + " HTTP/1.1\r\n"))
                .matches("(?s)HTTP/1.1 (414|431) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "=", "&&&", "a=%00", "%ff=%ff", "QrPaymentId[]=1", "=&=&="})
    void an_odd_query_is_no_harm(String query) {
        assertThat(speak("GET /r1/v01/health/ping?" + query + " HTTP/1.1\r\n")).matches("(?s)HTTP/1.1 (200|400) .*");
    }

    private static String speak(String head) {
        try (RawConnection connection = RawConnection.tls(SANDBOX, "kaspi-r1")) {
            String rest = "Host: localhost\r\nApi-Key: test_sandbox\r\nConnection: close\r\n\r\n";
            return Calm.answer(connection.say(head + rest).hearAll());
        }
    }
}
