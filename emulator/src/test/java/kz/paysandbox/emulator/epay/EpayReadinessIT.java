package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rules a shop's calls put to the test, and which of them hold. */
class EpayReadinessIT extends WatchedShop {

    @Test
    void a_token_alone_exercises_the_rules_of_tokens() {
        sandbox.token(Map.of());

        assertThat(verdicts())
                .containsEntry("epay.scope.missing", "pass")
                .containsEntry("epay.token.expired", "not-exercised")
                .containsEntry("epay.key.unknown", "not-exercised")
                .containsEntry("epay.currency", "not-exercised")
                .doesNotContainKey("kaspi.request-id.missing");
        later("PT3H");
        sandbox.token(Map.of());
        assertThat(verdicts()).containsEntry("epay.token.expired", "pass");
    }

    @Test
    void payments_and_what_is_done_with_them() {
        pay("100001", Map.of("description", "tea", "name", "TEST SHOP"));
        assertThat(verdicts())
                .containsEntry("epay.key.unknown", "pass")
                .containsEntry("epay.content-type", "pass")
                .containsEntry("epay.field.missing", "pass")
                .containsEntry("epay.token.mismatch", "pass")
                .containsEntry("epay.name.not-latin", "pass")
                .containsEntry("epay.description.too-long", "pass")
                .containsEntry("epay.token.reused", "not-exercised")
                .containsEntry("epay.invoice.repeated", "not-exercised")
                .containsEntry("epay.status.no-terminal", "not-exercised")
                .containsEntry("epay.callback.unreachable", "not-exercised")
                .containsEntry("epay.operation.wrong-state", "not-exercised");

        String held = hold("100002");
        pay("100001", Map.of());
        assertThat(verdicts())
                .containsEntry("epay.token.reused", "pass")
                .containsEntry("epay.invoice.last6", "not-exercised");
        pay("100003", Map.of());
        status("100001");
        assertThat(verdicts())
                .containsEntry("epay.invoice.last6", "pass")
                .containsEntry("epay.invoice.repeated", "warn")
                .containsEntry("epay.status.no-terminal", "pass")
                .containsEntry("epay.status.result-code-alone", "not-exercised");

        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100002", holdToken(Map.of()));
        operate(held, "charge", "");
        assertThat(verdicts())
                .containsEntry("epay.status.result-code-alone", "pass")
                .containsEntry("epay.operation.wrong-state", "pass")
                .containsEntry("epay.charge.amounts-differ", "pass")
                .containsEntry("epay.refund.below-minimum", "not-exercised");
    }

    @Test
    void refunds_are_put_to_the_test_by_doubt() {
        String id = pay("100001", Map.of()).text("id");
        refund(id, "?amount=20");
        assertThat(verdicts())
                .containsEntry("epay.refund.below-minimum", "pass")
                .containsEntry("epay.refund.amount-in-body", "pass")
                .containsEntry("epay.refund.blind-retry", "not-exercised");

        refund(id, "?amount=30");
        assertThat(verdicts()).containsEntry("epay.refund.blind-retry", "not-exercised");

        refund(id, "?amount=30");
        assertThat(verdicts()).containsEntry("epay.refund.blind-retry", "fail");
        assertThat(readiness().path("verdict").asText()).isEqualTo("not-ready");
    }

    @Test
    void callbacks_are_put_to_the_test_by_their_delivery() {
        pay("100001", Map.of("postLink", merchant.url("/post")));
        String callback = await();
        assertThat(verdicts())
                .containsEntry("epay.callback.unreachable", "note")
                .containsEntry("epay.callback.not-acknowledged", "pass")
                .containsEntry("epay.callback.copy-refused", "not-exercised");

        sandbox.post(sandbox.control("/callbacks/" + callback + "/replay"), "", "application/json", "");
        later("PT1S");
        assertThat(verdicts())
                .containsEntry("epay.callback.copy-refused", "pass")
                .containsEntry("epay.callback.acted-twice", "pass");
    }

    @Test
    void an_outcome_is_told_or_asked_for() {
        checkout("100001", Map.of());
        assertThat(verdicts())
                .containsEntry("epay.currency", "pass")
                .containsEntry("epay.content-type", "not-exercised")
                .containsEntry("epay.outcome.unasked", "not-exercised");
        status("100001");
        assertThat(verdicts()).containsEntry("epay.outcome.unasked", "pass");
    }

    @Test
    void a_shop_that_is_told_of_an_outcome_need_not_ask() {
        checkout("100001", Map.of("postLink", "https://shop.example/post"));

        assertThat(verdicts()).containsEntry("epay.outcome.unasked", "pass");
    }

    private void later(String by) {
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", by));
    }

    private JsonNode readiness() {
        return sandbox.get(sandbox.control("/readiness"), "x").json();
    }

    private Map<String, String> verdicts() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        readiness()
                .path("rules")
                .forEach(rule -> verdicts.put(
                        rule.path("id").asText(), rule.path("verdict").asText()));
        return verdicts;
    }
}
