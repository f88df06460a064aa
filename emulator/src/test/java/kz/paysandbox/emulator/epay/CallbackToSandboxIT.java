package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import kz.paysandbox.emulator.core.net.OwnListeners;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A postLink is a caller's choice: wherever it leads, it drives nothing of the sandbox itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackToSandboxIT {

    private EpaySandbox sandbox;
    private int invoices = 400_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @BeforeEach
    void fresh() {
        sandbox.post(sandbox.control("/reset"), "", "application/json", "");
        sandbox.putJson(sandbox.control("/customer"), Map.of("mode", "pays"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:CONTROL",
                "http://localhost:CONTROL",
                "http://LOCALHOST:CONTROL",
                "http://[::1]:CONTROL",
                "http://[::ffff:127.0.0.1]:CONTROL",
                "http://0.0.0.0:CONTROL",
                "http://127.1:CONTROL",
                "http://user@127.0.0.1:CONTROL",
                "http://2130706433:CONTROL",
                "http://0x7f000001:CONTROL",
                "http://017700000001:CONTROL",
                "http://0x7f.1:CONTROL",
                "https://localhost:EPAY",
                "https://127.0.0.1:R1"
            })
    void a_post_link_to_the_sandbox_itself_is_not_sent(String base) {
        pay(base.replace("CONTROL", port("control"))
                        .replace("EPAY", port("epay"))
                        .replace("R1", port("kaspi-r1"))
                + "/__sandbox/reset");

        JsonNode attempt = awaitAttempt();

        assertThat(attempt.path("status").asInt()).isZero();
        assertThat(attempt.path("error").asText()).containsAnyOf("sandbox's own", "not an absolute", "no such host");
        assertThat(mode()).isEqualTo("pays");
    }

    @Test
    void a_redirect_to_the_sandbox_is_not_followed() {
        try (Merchant merchant = Merchant.open()) {
            merchant.answering(307, sandbox.control("/reset"));
            pay(merchant.url("/post"));

            merchant.next();

            assertThat(awaitAttempt().path("status").asInt()).isEqualTo(307);
            assertThat(mode()).isEqualTo("pays");
        }
    }

    @ParameterizedTest
    @CsvSource({"control,http,/__sandbox/reset", "epay,https,/oauth2/token", "kaspi-r1,https,/r1/v01/qr/create"})
    void what_a_sandbox_sent_is_refused_by_every_listener(String listener, String scheme, String path) {
        EpaySandbox.Answer answer =
                sandbox.send(HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port(listener) + path))
                        .header("Content-Type", "application/json")
                        .header(OwnListeners.MARK, "true")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("own-request");
        assertThat(mode()).isEqualTo("pays");
    }

    @Test
    void a_merchant_sees_the_mark() {
        try (Merchant merchant = Merchant.open()) {
            pay(merchant.url("/post"));

            merchant.next();

            assertThat(merchant.marks()).containsExactly("true");
        }
    }

    private String port(String listener) {
        return String.valueOf(sandbox.port(listener));
    }

    private String mode() {
        return sandbox.get(sandbox.control("/customer"), "x").text("mode");
    }

    private JsonNode awaitAttempt() {
        JsonNode attempts = attempts();
        for (int asked = 0; asked < 2_000 && attempts.isEmpty(); asked++) {
            attempts = attempts();
        }
        assertThat(attempts).isNotEmpty();
        return attempts.get(0);
    }

    private JsonNode attempts() {
        return sandbox.get(sandbox.control("/callbacks"), "x").json().path(0).path("attempts");
    }

    private void pay(String postLink) {
        String invoice = String.valueOf(invoices += 11);
        String token = sandbox.invoiceToken(invoice, "100");
        Map<String, Object> body =
                CardOrders.of(CardOrders.good(sandbox), invoice, Map.of("description", "Тест", "postLink", postLink));
        sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body);
    }
}
