package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Halyk ePay's callbacks after another start in the same home: those that are owed, and those that arrived. */
class KeptCallbacksIT {

    private EpaySandbox sandbox;
    private Merchant merchant;

    @BeforeEach
    void start() {
        sandbox = EpaySandbox.start(Map.of("store", "file", "fresh", "true"));
        merchant = Merchant.open();
        sandbox.putJson(sandbox.control("/clock"), Map.of("mode", "frozen", "at", "2026-05-01T10:00:00Z"));
    }

    @AfterEach
    void stop() {
        merchant.close();
        sandbox.close();
    }

    private void restart() {
        sandbox = sandbox.restart();
    }

    @Test
    void a_callback_that_is_owed_is_tried_at_its_time_and_one_that_arrived_is_not_sent_again() {
        sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("retries", new String[] {"PT1M", "PT2M"}));
        pay("100012", "/arrives");
        merchant.next();
        merchant.answering(500);
        pay("100013", "/fails");
        merchant.next();
        awaitAttempts(1, 1);
        String ledger = control("/callbacks");
        String policy = control("/callbacks/policy");

        restart();

        assertThat(control("/callbacks")).isEqualTo(ledger).contains("2026-05-01T10:01:00Z");
        assertThat(control("/callbacks/policy")).isEqualTo(policy);
        assertThat(merchant.waiting()).isZero();
        merchant.answering(200);
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT1M"));
        assertThat(merchant.next().path("invoiceId").asText()).isEqualTo("100013");
        awaitAttempts(1, 2);
        assertThat(callback(1).path("state").asText()).isEqualTo("delivered");
        assertThat(callback(1).at("/attempts/1").has("mayBeCopy")).isFalse();
        assertThat(merchant.waiting()).isZero();
    }

    @Test
    void a_callback_that_fell_due_while_nothing_ran_is_sent_at_the_start() {
        sandbox.putJson(sandbox.control("/clock"), Map.of("mode", "real"));
        sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("delay", "PT0.3S"));
        pay("100014", "/post");
        assertThat(merchant.waiting()).isZero();

        restart();

        assertThat(merchant.next().path("invoiceId").asText()).isEqualTo("100014");
        awaitAttempts(0, 1);
        assertThat(merchant.waiting()).isZero();
    }

    private void pay(String invoice, String path) {
        Map<String, Object> body = good(invoice);
        body.put("postLink", merchant.url(path));
        assertThat(CardOrders.pay(sandbox, body).status()).isEqualTo(200);
    }

    private JsonNode callback(int index) {
        return sandbox.get(sandbox.control("/callbacks"), "x").json().path(index);
    }

    private void awaitAttempts(int index, int many) {
        for (int asked = 0; asked < 1_000 && callback(index).path("attempts").size() < many; asked++) {
            assertThat(callback(index).path("id").asText()).isNotEmpty();
        }
        assertThat(callback(index).path("attempts")).hasSize(many);
    }

    private Map<String, Object> good(String invoice) {
        return new HashMap<>(CardOrders.body(sandbox, invoice, "100", CardOrders.GOOD));
    }

    private String control(String path) {
        return sandbox.get(sandbox.control(path), "x").body();
    }
}
