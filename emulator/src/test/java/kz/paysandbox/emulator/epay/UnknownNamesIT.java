package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.epay.payform.BankScript;
import org.junit.jupiter.api.Test;

/** A name that no page lists: its value is lost, and the shop hears of it; at strict nothing is done. */
class UnknownNamesIT extends WatchedShop {

    @Test
    void a_refund_whose_amount_has_another_name() {
        String id = pay("100001", Map.of()).text("id");
        refund(id, "?summ=10");

        assertThat(rules()).containsExactly("epay.key.unknown");
        assertThat(finding("epay.key.unknown").path("evidence").asText())
                .isEqualTo("summ in the query is not read; this call has amount, externalID there");
    }

    @Test
    void a_name_in_a_payment_in_an_object_within_it_and_in_a_token() {
        pay("100001", Map.of("returnUrl", "https://shop.example/", "data", Map.of("anything", Map.of("at", "all"))));
        sandbox.postJson(
                sandbox.base() + "/payments/cards/auth",
                sandbox.invoiceToken("100002", "100"),
                Map.of(
                        "amount", 100,
                        "currency", "KZT",
                        "invoiceId", "100002",
                        "name", "AIBEK SANDBOX",
                        "description", "order",
                        "terminalId", EpaySandbox.TERMINAL,
                        "cardId", Map.of("uuid", "x")));
        sandbox.token(Map.of("post_link", "https://shop.example/"));

        assertThat(evidence("epay.key.unknown"))
                .containsExactly(
                        "returnUrl in the body is not read",
                        "cardId.uuid in the body is not read; did you mean cardId.id?",
                        "post_link in the body is not read; did you mean postLink?");
    }

    @Test
    void a_payment_in_an_address_is_judged_by_its_own_names() {
        Map<String, Object> payment = order("100001");
        payment.remove("cryptogram");
        payment.putAll(Map.of(
                "terminal", EpaySandbox.TERMINAL, "auth", sandbox.invoiceToken("100001", "100"), "post_link", "x"));
        sandbox.get(sandbox.base() + "/payform/?params=" + BankScript.params(payment) + "&oid=100001", "");

        assertThat(evidence("epay.key.unknown"))
                .containsExactly("post_link in the payment object is not read; did you mean postLink?");
    }

    @Test
    void another_case_of_a_field_that_is_only_text() {
        pay("100001", Map.of("Email", "shop@shop.example"));

        assertThat(evidence("epay.key.spelling")).containsExactly("email was sent as Email");
    }

    @Test
    void an_amount_that_stands_twice_and_a_pair_without_a_name() {
        String id = pay("100001", Map.of()).text("id");
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001?&", sandbox.token(Map.of()));
        assertThat(rules()).doesNotContain("epay.key.unknown", "epay.key.repeated");

        refund(id, "?amount=20&amount=10");
        assertThat(evidence("epay.key.repeated")).containsExactly("amount was sent twice");
    }

    @Test
    void strict_refuses_them_and_does_nothing() {
        try (EpaySandbox strict = EpaySandbox.start(Map.of("level", "strict"))) {
            var refused =
                    strict.postForm(strict.base() + "/operation/any/refund?summ=10", strict.token(Map.of()), Map.of());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("message")).contains("epay.key.unknown", "amount");
            var token = strict.postForm(
                    strict.base() + "/oauth2/token",
                    "",
                    Map.of("grant_type", "client_credentials", "client_id", "test", "clientsecret", "x"));
            assertThat(token.status()).isEqualTo(400);
            assertThat(token.text("error")).isEqualTo("invalid_request");
            assertThat(token.text("error_description")).contains("client_secret");
        }
    }
}
