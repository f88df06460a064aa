package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What merchants are told, when, and how often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackIT {

    private static final List<String> SUCCESS = List.of(
                    "accountId amount approvalCode cardId cardMask cardType code currency dateTime description email id invoiceId ip"
                            .split(" "))
            .stream()
            .toList();

    private EpaySandbox sandbox;
    private Merchant merchant;
    private int invoices = 300_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        sandbox.post(sandbox.control("/reset"), "", "application/json", "");
        sandbox.putJson(sandbox.control("/clock"), Map.of("mode", "frozen"));
        merchant = Merchant.open();
    }

    @AfterEach
    void close() {
        merchant.close();
    }

    @Test
    void a_success_has_the_documented_fields_and_types() {
        pay(CardOrders.GOOD, "0127", "321");
        JsonNode told = merchant.next();
        TreeSet<String> names = new TreeSet<>();
        told.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsAll(SUCCESS).hasSize(31);
        assertThat(told.get("code").asText()).isEqualTo("ok");
        assertThat(told.get("reason").asText()).isEqualTo("success");
        assertThat(told.get("reasonCode").isInt()).isTrue();
        assertThat(told.get("secure").asText()).isEqualTo("no");
        assertThat(told.get("amount").isNumber()).isTrue();
        assertThat(told.get("secret_hash").asText()).isEqualTo("my-secret");
        assertThat(merchant.paths()).containsExactly("/post");
    }

    @Test
    void a_failure_goes_to_its_own_link_with_the_reason() {
        pay(CardOrders.WITHOUT_MONEY, "1235", "484");
        JsonNode told = merchant.next();
        assertThat(told.get("code").asText()).isEqualTo("error");
        assertThat(told.get("reasonCode").asInt()).isEqualTo(484);
        assertThat(told.has("approvalCode")).isFalse();
        assertThat(told.has("cardId")).isFalse();
        assertThat(told.has("invoiceIdAlt")).isTrue();
        assertThat(merchant.paths()).containsExactly("/failure");
    }

    @Test
    void what_is_not_acknowledged_is_tried_again_on_the_worlds_clock() {
        merchant.answering(302);
        pay(CardOrders.GOOD, "0127", "321");
        merchant.next();
        awaitAttempts(1);
        assertThat(ledger().get(0).get("state").asText()).isEqualTo("pending");
        merchant.answering(500);
        advance("PT1M");
        assertThat(merchant.waiting()).isEqualTo(1);
        merchant.answering(204);
        Answer fired = advance("PT5M");
        assertThat(fired.body()).contains("epay.callback");
        assertThat(merchant.waiting()).isEqualTo(2);
        JsonNode entry = ledger().get(0);
        assertThat(entry.get("state").asText()).isEqualTo("delivered");
        assertThat(entry.get("attempts")).hasSize(3);
        assertThat(merchant.paths()).doesNotContain("/elsewhere");
        assertThat(sandbox.get(sandbox.control("/findings"), "x").body()).contains("epay.callback.not-acknowledged");
    }

    @Test
    void after_the_last_gap_it_is_given_up_and_can_be_replayed() {
        merchant.answering(500);
        pay(CardOrders.GOOD, "0127", "321");
        merchant.next();
        awaitAttempts(1);
        advance("P2D");
        assertThat(ledger().get(0).get("state").asText()).isEqualTo("failed");
        assertThat(ledger().get(0).get("attempts")).hasSize(6);
        merchant.answering(200);
        String id = ledger().get(0).get("id").asText();
        sandbox.post(sandbox.control("/callbacks/" + id + "/replay"), "", "application/json", "");
        assertThat(ledger().get(0).get("state").asText()).isEqualTo("delivered");
    }

    @Test
    void the_policy_delays_duplicates_and_reverses() {
        sandbox.putJson(
                sandbox.control("/callbacks/policy"), Map.of("delay", "PT10S", "duplicates", 1, "order", "reversed"));
        String first = pay(CardOrders.GOOD, "0127", "321");
        advance("PT5S");
        String second = pay(CardOrders.GOOD, "0127", "321");
        assertThat(merchant.waiting()).isZero();
        advance("PT10S");
        List<String> order = List.of(next(), next(), next(), next());
        assertThat(order).containsExactlyInAnyOrder(first, first, second, second);
        assertThat(order.get(0)).isEqualTo(second);
    }

    @Test
    void it_can_arrive_before_the_answer_to_the_payment() {
        sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("beforeResponse", true));
        pay(CardOrders.GOOD, "0127", "321");
        assertThat(merchant.waiting()).isEqualTo(1);
    }

    @Test
    void a_mistyped_policy_is_explained() {
        Answer answer = sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("duplicate", 1));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("did you mean duplicates?");
    }

    @Test
    void a_dead_merchant_slows_no_payment() {
        merchant.close();
        pay(CardOrders.GOOD, "0127", "321");
        awaitAttempts(1);
        assertThat(ledger().get(0).get("attempts").get(0).get("error").asText()).isEqualTo("connection refused");
    }

    private String next() {
        return merchant.next().get("invoiceId").asText();
    }

    private JsonNode ledger() {
        return sandbox.get(sandbox.control("/callbacks"), "x").json();
    }

    private void awaitAttempts(int count) {
        for (int tries = 0; tries < 500 && ledger().get(0).get("attempts").size() < count; tries++) {
            Thread.onSpinWait();
        }
        assertThat(ledger().get(0).get("attempts")).hasSize(count);
    }

    private Answer advance(String by) {
        return sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", by));
    }

    private String pay(String pan, String expiry, String cvc) {
        String invoice = String.valueOf(invoices += 11);
        String token = sandbox.token(
                Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT", "secret_hash", "my-secret"));
        Map<String, Object> body = CardOrders.of(
                sandbox.cryptogram(pan, expiry, cvc),
                invoice,
                Map.of(
                        "description",
                        "Тест",
                        "postLink",
                        merchant.url("/post"),
                        "failurePostLink",
                        merchant.url("/failure")));
        sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body);
        return invoice;
    }
}
