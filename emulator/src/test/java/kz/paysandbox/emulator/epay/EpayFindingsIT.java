package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the bank's pages about tokens, orders and statuses, broken over a real connection, and a shop that breaks none. */
class EpayFindingsIT extends WatchedShop {

    @Test
    void a_careful_shop_is_blamed_for_nothing() {
        String first = pay("100001", Map.of("postLink", merchant.url("/post"))).text("id");
        merchant.next();
        status("100001");
        refund(first, "?amount=30&externalID=r1");
        refund(first, "?amount=30&externalID=r2");
        status("100001");
        refund(first, "");
        pay("100002", Map.of("cryptogram", sandbox.cryptogram(CardOrders.WITHOUT_MONEY, "1235", "484")));
        pay("100002", Map.of());
        String held = hold("200001");
        status("200001");
        operate(held, "charge", "?amount=40");
        operate(hold("200002"), "cancel", "");

        assertThat(rules()).isEmpty();
    }

    @Test
    void a_token_for_a_second_invoice() {
        String token = sandbox.invoiceToken("100001", "100");
        pay(token, "100001", Map.of());
        long first = requests();
        pay(token, "100002", Map.of());

        assertThat(rules()).containsExactly("epay.token.reused", "epay.token.mismatch");
        assertThat(finding("epay.token.reused").path("requests")).hasSize(2);
        assertThat(finding("epay.token.reused").path("requests").path(0).asLong())
                .isEqualTo(first);
    }

    @Test
    void tokens_that_nobody_uses() {
        sandbox.invoiceToken("100001", "100");
        sandbox.invoiceToken("100001", "100");
        assertThat(rules()).isEmpty();
        sandbox.invoiceToken("100001", "100");

        assertThat(rules()).containsExactly("epay.token.too-often");
        assertThat(finding("epay.token.too-often").path("requests")).hasSize(3);
    }

    @Test
    void tokens_that_are_used_may_be_many_and_old_ones_do_not_count() {
        for (int statuses = 0; statuses < 50; statuses++) {
            status("100001");
        }
        for (int hours = 0; hours < 5; hours++) {
            sandbox.invoiceToken("100001", "100");
            sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT3H"));
        }

        assertThat(rules()).isEmpty();
    }

    @Test
    void a_token_whose_time_is_over() {
        String token = sandbox.token(Map.of());
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT3H"));
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", token);

        assertThat(rules()).containsExactly("epay.token.expired");
    }

    @Test
    void a_repeated_tail_names_the_earlier_payment() {
        pay("1123456", Map.of());
        long first = requests();
        pay("2123456", Map.of());

        assertThat(rules()).containsExactly("epay.invoice.last6");
        assertThat(finding("epay.invoice.last6").path("requests").path(0).asLong())
                .isEqualTo(first);
    }

    @Test
    void a_paid_invoice_is_not_paid_again() {
        pay("100001", Map.of());
        pay("100001", Map.of());

        assertThat(rules()).containsExactly("epay.invoice.repeated");
        assertThat(finding("epay.invoice.repeated").path("requests")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "invoiceId, INV-1, epay.invoice.format",
        "name, Айбек, epay.name.not-latin",
        "currency, EUR, epay.currency",
        "terminalId, 00000000-0000-4000-a000-000000000000, epay.terminal.foreign",
        "cvc, 321, epay.card.in-clear",
        "PostLink, http://127.0.0.1:1/, epay.key.spelling"
    })
    void an_orders_fields(String field, String value, String rule) {
        Map<String, Object> body = order("100001");
        body.put(field, value);
        String invoice = field.equals("invoiceId") ? value : "100001";
        sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                sandbox.token(Map.of("invoiceID", invoice, "amount", "100")),
                body);

        assertThat(rules()).contains(rule).allMatch(found -> found.equals(rule) || field.equals("PostLink"));
        assertThat(sandbox.get(sandbox.control("/findings"), "x").body()).doesNotContain("Айбек");
    }

    @Test
    void a_description_is_counted_in_bytes() {
        pay("100001", Map.of("description", "ж".repeat(62)));
        assertThat(rules()).isEmpty();
        pay("100002", Map.of("description", "ж".repeat(63)));

        assertThat(rules()).containsExactly("epay.description.too-long");
    }

    @Test
    void a_body_that_is_not_said_to_be_json_or_says_a_thing_twice() {
        String body = EpaySandbox.json(order("100001"));
        String twice = body.substring(0, body.length() - 1) + ",\"Amount\":100}";
        sandbox.post(sandbox.base() + "/payment/cryptopay", sandbox.invoiceToken("100001", "100"), "text/plain", twice);

        assertThat(rules()).containsExactly("epay.content-type", "epay.key.repeated", "epay.key.spelling");
    }

    @Test
    void a_token_may_serve_where_no_money_moves() {
        String token = sandbox.token(Map.of());
        for (String invoice : List.of("100001", "100002")) {
            sandbox.postJson(
                    sandbox.base() + "/invoice",
                    token,
                    Map.of(
                            "shop_id", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                            "invoice_id", invoice,
                            "amount", 100,
                            "currency", "KZT",
                            "description", "order"));
            sandbox.post(sandbox.base() + "/card/deactivate/any", token, "application/json", "");
        }

        assertThat(rules()).isEmpty();
    }

    @Test
    void a_habit_is_one_finding_with_a_count_and_its_requests() {
        String token = sandbox.invoiceToken("100001", "100");
        for (int payments = 0; payments < 4; payments++) {
            pay(token, "100001", Map.of());
        }

        assertThat(finding("epay.token.reused").path("count").asInt()).isEqualTo(3);
        assertThat(finding("epay.token.reused").path("requests")).hasSize(4);
        assertThat(evidence("epay.token.reused")).hasSize(1);
    }

    @Test
    void a_terminal_is_another_clients_or_nobodys() {
        pay("100001", Map.of("terminalId", HOLD_TERMINAL));
        pay("100002", Map.of("terminalId", "00000000-0000-0000-0000-000000000000"));

        assertThat(evidence("epay.terminal.foreign"))
                .containsExactly(
                        "a payment with another client's terminal", "a payment with a terminal that no client has");
    }
}
