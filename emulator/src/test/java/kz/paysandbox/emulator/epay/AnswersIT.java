package kz.paysandbox.emulator.epay;

import static kz.paysandbox.emulator.epay.CardOrders.GOOD;
import static kz.paysandbox.emulator.epay.CardOrders.WITHOUT_MONEY;
import static kz.paysandbox.emulator.epay.CardOrders.WITH_3DS;
import static kz.paysandbox.emulator.epay.CardOrders.body;
import static kz.paysandbox.emulator.epay.CardOrders.invoiceToken;
import static kz.paysandbox.emulator.epay.CardOrders.pay;
import static kz.paysandbox.emulator.epay.CardOrders.refund;
import static kz.paysandbox.emulator.epay.CardOrders.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers are written, and what the switches make of what nobody outside the bank knows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersIT {

    private EpaySandbox sandbox;

    /** With the other value of each switch. */
    private EpaySandbox other;

    private Merchant merchant;
    private int invoices = 700_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
        other = EpaySandbox.start(Map.of(
                "epay.amounts", "two-decimals",
                "epay.expires-in", "string",
                "epay.status.pending-reason-code", "00",
                "epay.refund.rest", "refunded",
                "epay.token.mismatch", "paid",
                "epay.terminal.mismatch", "paid",
                "epay.saved-card.terminal", "optional"));
        merchant = Merchant.open();
    }

    @AfterAll
    void stop() {
        merchant.close();
        other.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500, 1500.00", "1500.5, 1500.5, 1500.50", "12.22, 12.22, 12.22", "20.00, 20, 20.00"})
    void amounts_are_plain_numbers(String amount, String plain, String decimals) {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            String printed = "\"amount\":" + (bank == sandbox ? plain : decimals) + ",";
            String invoice = invoice();
            Map<String, Object> order = body(bank, invoice, amount, GOOD);
            order.put("postLink", merchant.url("/post"));
            assertThat(pay(bank, order).body()).contains(printed);
            assertThat(merchant.next().toString()).contains("\"invoiceId\":\"" + invoice);
            assertThat(merchant.lastBody()).contains(printed);
            assertThat(status(bank, invoice).body())
                    .contains(
                            printed,
                            printed.replace("amount", "payoutAmount"),
                            printed.replace("amount", "orgAmount"),
                            "\"amountBonus\":0,");
            assertThat(bank.get(bank.base() + "/operation/" + invoice, bank.token(Map.of()))
                            .body())
                    .contains(printed);
            Answer link = bank.postJson(
                    bank.base() + "/invoice",
                    bank.token(Map.of()),
                    Map.of(
                            "shop_id",
                            "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                            "invoice_id",
                            invoice(),
                            "amount",
                            new BigDecimal(amount),
                            "currency",
                            "KZT",
                            "description",
                            "link"));
            assertThat(link.body()).contains(printed);
        }
    }

    @Test
    void a_life_is_a_number_or_a_string() {
        assertThat(tokenAnswer(sandbox).json().get("expires_in").isNumber()).isTrue();
        assertThat(tokenAnswer(other).json().get("expires_in").isTextual()).isTrue();
    }

    @Test
    void a_saved_card_needs_a_terminal_and_no_name() {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            Map<String, Object> first = body(bank, invoice(), "100", GOOD);
            first.putAll(Map.of("accountId", "customer", "cardSave", true));
            String card = pay(bank, first).text("cardID");
            Map<String, Object> body = body(bank, invoice(), "100", GOOD);
            body.keySet().removeAll(List.of("cryptogram", "name", "description"));
            body.put("cardId", Map.of("id", card));
            String url = bank.base() + "/payments/cards/auth";
            Answer without = bank.postJson(url, invoiceToken(bank, body), body);
            assertThat(without.status()).isEqualTo(bank == sandbox ? 400 : 200);
            if (bank == sandbox) {
                assertThat(without.text("message")).contains("terminalId is missing");
            }
            body.put("terminalId", EpaySandbox.TERMINAL);
            body.put("invoiceId", invoice());
            assertThat(bank.postJson(url, invoiceToken(bank, body), body).status())
                    .isEqualTo(200);
            assertThat(bank.get(bank.control("/findings?rule=epay.field.missing"), "x")
                            .body())
                    .isEqualTo("[]");
        }
    }

    @Test
    void what_is_not_decided_yet_has_no_reason_code() {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            String invoice = invoice();
            assertThat(pay(bank, body(bank, invoice, "100", WITH_3DS)).text("status"))
                    .isEqualTo("3D");
            Answer pending = status(bank, invoice);
            assertThat(pending.text("resultCode")).isEqualTo("107");
            assertThat(pending.json().at("/transaction/reasonCode").asText()).isEqualTo(bank == sandbox ? "" : "00");
            Answer old = bank.get(bank.base() + "/operation/" + invoice, bank.token(Map.of()));
            assertThat(old.text("code")).isEqualTo("3D");
            assertThat(old.text("reason")).isEmpty();
            assertThat(old.json().has("reasonCode")).isEqualTo(bank == other);
        }
    }

    @Test
    void rejected_and_failed_have_one_result_code() {
        String rejected = invoice();
        assertThat(pay(sandbox, body(sandbox, rejected, "100", WITHOUT_MONEY)).status())
                .isEqualTo(400);
        String failed = invoice();
        Answer asked = pay(sandbox, body(sandbox, failed, "100", WITH_3DS));
        sandbox.postJson(sandbox.control("/payments/" + asked.text("id") + "/decline"), "", Map.of());
        for (String invoice : List.of(rejected, failed)) {
            Answer status = status(sandbox, invoice);
            assertThat(status.text("resultCode")).isEqualTo("101");
            assertThat(status.text("resultMessage")).isEqualTo("REJECT");
        }
        assertThat(status(sandbox, failed).json().at("/transaction/statusName").asText())
                .isEqualTo("FAILED");
    }

    @Test
    void a_payment_that_is_not_its_tokens_is_refused_or_paid() {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            for (Map<String, String> asked : List.of(
                    Map.of("invoiceID", "999999"), Map.of("amount", "11"), Map.of("terminal", "not-this-clients"))) {
                String invoice = invoice();
                Map<String, String> fields = new HashMap<>(Map.of("invoiceID", invoice, "amount", "100"));
                fields.putAll(asked);
                Answer answer = bank.postJson(
                        bank.base() + "/payment/cryptopay", bank.token(fields), body(bank, invoice, "100", GOOD));
                assertThat(answer.status()).as(asked.toString()).isEqualTo(bank == sandbox ? 400 : 200);
            }
        }
    }

    @Test
    void all_that_is_left_below_the_least_refund_goes_back_where_the_switch_says_so() {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            int whole = bank == sandbox ? 400 : 200;
            String small = pay(bank, body(bank, invoice(), "5", GOOD)).text("id");
            assertThat(refund(bank, small, "?amount=4").status()).isEqualTo(400);
            assertThat(refund(bank, small, "").status()).isEqualTo(whole);
            String rest = pay(bank, body(bank, invoice(), "25", GOOD)).text("id");
            assertThat(refund(bank, rest, "?amount=20").status()).isEqualTo(200);
            assertThat(refund(bank, rest, "?amount=5").status()).isEqualTo(whole);
        }
    }

    @Test
    void a_paid_invoices_link_shows_that_it_is_paid() {
        String invoice = invoice();
        Answer link = sandbox.postJson(
                sandbox.base() + "/invoice",
                sandbox.token(Map.of()),
                Map.of(
                        "shop_id", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                        "invoice_id", invoice,
                        "amount", 250,
                        "currency", "KZT",
                        "description", "link",
                        "language", "eng"));
        String url = link.text("invoice_url");
        Answer opened = sandbox.get(url, "x");
        String page = opened.raw().headers().firstValue("Location").orElse("");
        assertThat(sandbox.get(page, "x").body()).contains("data-kind=\"form\"");
        pay(sandbox, body(sandbox, invoice, "250", GOOD));
        Answer paid = sandbox.get(url, "x");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.body()).contains("data-kind=\"paid\"", "4405...5096", "250.00");
    }

    private String invoice() {
        return String.valueOf(invoices += 7);
    }

    private static Answer tokenAnswer(EpaySandbox bank) {
        return bank.postForm(
                bank.base() + "/oauth2/token",
                "",
                Map.of(
                        "grant_type", "client_credentials",
                        "scope", "payment",
                        "client_id", "test",
                        "client_secret", EpaySandbox.SECRET));
    }
}
