package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule about charges, refunds and callbacks, broken over a real connection. */
class EpayOperationFindingsIT extends WatchedShop {

    @Test
    void a_status_without_terminal() {
        String token = sandbox.tokenOf("test", EpaySandbox.SECRET, "", Map.of());
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", token);
        String foreign = sandbox.tokenOf("test", EpaySandbox.SECRET, HOLD_TERMINAL, Map.of());
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", foreign);

        assertThat(rules()).containsExactly("epay.status.no-terminal", "epay.terminal.foreign");
    }

    @Test
    void charges_that_contradict_themselves_or_cannot_be() {
        String held = hold("200001");
        sandbox.postJson(
                sandbox.base() + "/operation/" + held + "/charge?amount=40", holdToken(Map.of()), Map.of("amount", 50));
        operate(held, "charge", "?amount=40");
        operate(held, "cancel", "");

        assertThat(rules()).containsExactly("epay.charge.amounts-differ", "epay.operation.wrong-state");
        assertThat(finding("epay.operation.wrong-state").path("evidence").asText())
                .contains("cancel needs AUTH", "CHARGE");
    }

    @Test
    void a_result_code_taken_for_an_answer() {
        String held = hold("200001");
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/200001", holdToken(Map.of()));
        operate(held, "refund", "");

        assertThat(rules()).containsExactly("epay.operation.wrong-state", "epay.status.result-code-alone");
        assertThat(finding("epay.status.result-code-alone").path("requests")).hasSize(2);
    }

    @Test
    void refunds_too_small_in_the_body_and_blind() {
        String id = pay("100001", Map.of()).text("id");
        refund(id, "?amount=9.99");
        assertThat(rules()).containsExactly("epay.refund.below-minimum");
        sandbox.postJson(
                sandbox.base() + "/operation/" + id + "/refund", sandbox.token(Map.of()), Map.of("amount", 20));
        refund(id, "?amount=20");

        assertThat(rules())
                .containsExactly("epay.refund.below-minimum", "epay.refund.amount-in-body", "epay.refund.blind-retry");
    }

    @Test
    void a_callback_that_is_not_acknowledged_names_its_payment() {
        merchant.answering(500);
        pay("100001", Map.of("postLink", merchant.url("/post")));
        merchant.next();
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT10M"));

        assertThat(rules()).containsExactly("epay.callback.not-acknowledged");
        assertThat(finding("epay.callback.not-acknowledged").path("requests")).hasSize(1);
    }

    @Test
    void a_copy_that_is_not_taken_like_the_first() {
        pay("100001", Map.of("postLink", merchant.url("/post")));
        merchant.next();
        String id = await();
        merchant.answering(409);
        sandbox.post(sandbox.control("/callbacks/" + id + "/replay"), "", "application/json", "");
        sandbox.post(sandbox.control("/callbacks/" + id + "/replay"), "", "application/json", "");

        assertThat(rules()).containsExactly("epay.callback.copy-refused");
    }

    @Test
    void a_shop_that_acts_on_each_copy() {
        sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("duplicates", 1));
        String id = pay("100001", Map.of("postLink", merchant.url("/post"))).text("id");
        merchant.next();
        refund(id, "?amount=20");
        merchant.next();
        refund(id, "?amount=20");

        assertThat(rules()).containsExactlyInAnyOrder("epay.callback.acted-twice", "epay.refund.blind-retry");
        assertThat(finding("epay.callback.acted-twice").path("requests")).hasSize(2);
    }

    @Test
    void what_was_asked_about_or_has_its_own_number_is_not_done_twice() {
        sandbox.putJson(sandbox.control("/callbacks/policy"), Map.of("duplicates", 1));
        String id = pay("100001", Map.of("postLink", merchant.url("/post"))).text("id");
        merchant.next();
        merchant.next();
        refund(id, "?amount=20");
        status("100001");
        refund(id, "?amount=20");
        refund(id, "?amount=20&externalID=a");
        refund(id, "?amount=20&externalID=a");

        assertThat(rules()).isEmpty();
    }

    @Test
    void a_refused_status_tells_nothing() {
        String id = pay("100001", Map.of()).text("id");
        refund(id, "?amount=20");
        String token = sandbox.tokenOf("test", EpaySandbox.SECRET, "", Map.of());
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", token);
        refund(id, "?amount=20");

        assertThat(rules()).containsExactly("epay.status.no-terminal", "epay.refund.blind-retry");
    }

    @Test
    void a_charge_that_says_its_amount_twice() {
        String held = hold("200001");
        sandbox.post(sandbox.base() + "/operation/" + held + "/charge", holdToken(Map.of()), "application/json", """
                        {"amount":1,"Amount":2,"amount":3}""");

        assertThat(rules()).containsOnly("epay.key.repeated", "epay.key.spelling");
    }

    @Test
    void a_blind_refund_that_was_refused_gave_nothing_back() {
        String id = pay("100001", Map.of()).text("id");
        refund(id, "?amount=60");
        refund(id, "?amount=60");

        assertThat(evidence("epay.refund.blind-retry"))
                .containsExactly("the same amount of transaction " + id
                        + " was asked for again, and refused, without externalID and without asking for its status");
        assertThat(finding("epay.refund.blind-retry").path("severity").asText()).isEqualTo("warning");
    }

    @Test
    void two_amounts_are_said_to_differ() {
        String held = hold("200001");
        var answer = sandbox.postJson(
                sandbox.base() + "/operation/" + held + "/charge?amount=40", holdToken(Map.of()), Map.of("amount", 50));

        assertThat(answer.text("message"))
                .endsWith("amount is 40.00 in the query and 50.00 in the body; both are allowed if they are the same");
    }
}
