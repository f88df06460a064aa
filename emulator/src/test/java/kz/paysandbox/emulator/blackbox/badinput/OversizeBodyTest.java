package kz.paysandbox.emulator.blackbox.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OversizeBodyTest {

    private static final int LIMIT = 65_536;

    private static final String HEAD = String.join(
            "\r\n",
            "POST /r1/v01/qr/create HTTP/1.1",
            "Host: localhost",
            "Api-Key: test_sandbox",
            "Content-Type: application/json",
            "");

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @AfterEach
    void the_server_is_well() {
        Calm.server(SANDBOX);
    }

    @Test
    void a_body_of_exactly_the_limit_is_read() {
        String padded = "{\"Amount\":1" + " ".repeat(LIMIT - 12) + "}";

        String answer = speak(HEAD + "Connection: close\r\nContent-Length: " + LIMIT + "\r\n\r\n" + padded);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("DeviceToken");
    }

    @Test
    void a_body_of_one_byte_more_is_refused_with_the_limit_named() {
        String answer = speak(HEAD + "Content-Length: " + (LIMIT + 1) + "\r\n\r\n" + " ".repeat(LIMIT + 1));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"StatusCode\":-400", String.valueOf(LIMIT));
    }

    @Test
    void a_gigabyte_is_refused_before_it_is_sent() {
        String answer = speak(HEAD + "Content-Length: 1000000000\r\n\r\n" + " ".repeat(LIMIT + 1));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }

    @Test
    void a_client_that_asks_before_it_sends_too_much_is_answered_either_way() {
        try (RawConnection connection = RawConnection.tls(SANDBOX, "kaspi-r1")) {
            connection.say(HEAD + "Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n");

            assertThat(connection.hearLine()).isIn("HTTP/1.1 100 Continue", "HTTP/1.1 413 Request Entity Too Large");
        }
    }

    @Test
    void a_chunked_body_without_end_is_refused() {
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";

        String answer = speak(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"StatusCode\":-400");
    }

    @Test
    void a_chunked_body_within_the_limit_is_read() {
        String body = """
                {"DeviceToken":"321","Amount":1}""";

        String answer = speak(HEAD + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"StatusCode\":0");
    }

    @Test
    void the_control_surface_refuses_an_oversize_body_as_a_problem() {
        try (RawConnection connection = RawConnection.plain(SANDBOX.port("control"))) {
            String answer = connection
                    .say("POST /__sandbox/worlds HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
                            + " ".repeat(LIMIT + 1))
                    .hearAll();

            assertThat(Calm.answer(answer)).startsWith("HTTP/1.1 413 ").contains("urn:kzpay-sandbox:too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_sends_sixteen_megabytes_before_reading_hears_why_not(boolean tls) {
        byte[] part = new byte[LIMIT];
        int parts = 256;
        try (RawConnection connection =
                tls ? RawConnection.tls(SANDBOX, "kaspi-r1") : RawConnection.plain(SANDBOX.port("control"))) {
            connection.say("POST /__sandbox/worlds HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + parts * LIMIT
                    + "\r\n\r\n");
            for (int sent = 0; sent < parts; sent++) {
                connection.mustSay(part);
            }

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void sixteen_megabytes_in_chunks_are_answered_too() {
        byte[] chunk = ("10000\r\n" + " ".repeat(LIMIT) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawConnection connection = RawConnection.plain(SANDBOX.port("control"))) {
            connection.say("POST /__sandbox/worlds HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent < 256; sent++) {
                connection.mustSay(chunk);
            }
            connection.mustSay("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_body_without_end_is_not_read_for_ever() {
        byte[] part = new byte[LIMIT];
        try (RawConnection connection = RawConnection.plain(SANDBOX.port("control"))) {
            connection.say("POST /__sandbox/worlds HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n");

            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < 10_000; sent++) {
                            connection.mustSay(part);
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static String speak(String request) {
        try (RawConnection connection = RawConnection.tls(SANDBOX, "kaspi-r1")) {
            return Calm.answer(connection.say(request).hearAll());
        }
    }
}
