package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A body of known length takes another way through the server than one in chunks, and so does a call that a fault may
 * meet; the answers are the same to the last byte.
 */
class TwoWaysTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("kaspi-r1", "GET /r1/v01/health/ping", ""),
                Arguments.of("kaspi-r1", "GET /r1/v01/payment/status/77", ""),
                Arguments.of("kaspi-r1", "GET /r1/v01/payment/status/77?x=1", ""),
                Arguments.of("kaspi-r1", "POST /r1/v01/qr/create", "{\"DeviceToken\":322,\"Amount\":1}"),
                Arguments.of("kaspi-r1", "POST /r1/v01/qr/create", "{\"DeviceToken\":"),
                Arguments.of("kaspi-r1", "POST /r1/v01/qr/create", "{\"x\":\"" + "a".repeat(40_000) + "\"}"),
                Arguments.of("kaspi-r2", "GET /r2/v01/payment/status/77", ""),
                Arguments.of("epay", "GET /public.rsa", ""),
                Arguments.of("epay", "GET /payform/payment-api.js", ""),
                Arguments.of("epay", "POST /oauth2/token", "grant_type=client_credentials"),
                Arguments.of("epay", "GET /check-status/payment/transaction/1", ""));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void chunks_change_nothing(String listener, String line, String body) {
        String known = answer(listener, line, "Content-Length: " + body.length() + "\r\n", body);
        String chunked =
                body.isEmpty() ? "0\r\n\r\n" : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        assertThat(answer(listener, line, "Transfer-Encoding: chunked\r\n", chunked))
                .isEqualTo(known);
    }

    @Test
    void a_fault_that_meets_another_call_changes_nothing() {
        List<String> before = answers();
        SANDBOX.control().post("/faults", "{\"when\":{\"amount\":777},\"then\":{\"http\":503}}");
        assertThat(answers()).isEqualTo(before);
    }

    private static List<String> answers() {
        List<String> answers = new ArrayList<>();
        calls().map(Arguments::get)
                .forEach(call -> answers.add(answer(
                        (String) call[0],
                        (String) call[1],
                        "Content-Length: " + ((String) call[2]).length() + "\r\n",
                        (String) call[2])));
        return answers;
    }

    /** Without its date. */
    private static String answer(String listener, String line, String framing, String body) {
        try (RawConnection connection = RawConnection.tls(SANDBOX, listener)) {
            return connection
                    .say(line + " HTTP/1.1\r\nHost: localhost\r\nApi-Key: test_sandbox\r\nConnection: close\r\n"
                            + (line.contains("oauth2")
                                    ? "Content-Type: application/x-www-form-urlencoded\r\n"
                                    : "Content-Type: application/json\r\n")
                            + framing + "\r\n" + body)
                    .hearAll()
                    .replaceAll("Date: [^\r\n]*\r\n", "");
        }
    }
}
