package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments by cryptogram, statuses and operations over the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentIT {

    private EpaySandbox sandbox;
    private int invoices = 100_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void a_card_is_charged_at_once_and_its_status_says_so() {
        String invoice = invoice();
        Answer paid = pay(invoice, "100", CardOrders.GOOD, "0127", "321");

        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.text("invoiceID")).isEqualTo(invoice);
        assertThat(paid.text("reference")).matches("\\d{12}");
        assertThat(paid.text("email")).isEmpty();
        assertThat(paid.json().get("secure3D").isNull()).isTrue();

        Answer status = status(invoice);
        assertThat(status.text("resultCode")).isEqualTo("100");
        var transaction = status.json().get("transaction");
        assertThat(transaction.get("statusName").asText()).isEqualTo("CHARGE");
        assertThat(transaction.get("reasonCode").isTextual()).isTrue();
        assertThat(transaction.get("reasonCode").asText()).isEqualTo("00");
        assertThat(transaction.get("secure").isBoolean()).isTrue();
        assertThat(transaction.get("amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(transaction.get("terminal").asText()).isEqualTo("98120001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cryptogram", "\u0441ryptogram"})
    void both_spellings_of_the_cryptogram_are_read(String field) {
        String invoice = invoice();
        assertThat(pay(invoice, "10.50", field, sandbox.cryptogram("5522042705066736", "0125", "525"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "4405640000004842, 1235, 484, 484",
        "4405640000004784, 1235, 478, 478",
        "4405640000004628, 1235, 462, 462",
        "4405640000004883, 1235, 488, 488",
        "4405640000004834, 1235, 483, 483",
        "4003032704547597, 0920, 170, 465",
        "5578342710750560, 0920, 254, 465",
        "377514500000794, 0923, 1687, 465",
        "4405639704015097, 0127, 321, 471",
        "4405639704015096, 0120, 321, 457",
        "4405639704015096, 1327, 321, 457",
        "4405639704015096, 0127, 999, 486",
        "4111111111111111, 0140, 123, 522"
    })
    void every_card_has_its_code(String pan, String expiry, String cvc, int code) {
        Answer answer = pay(invoice(), "100", pan, expiry, cvc);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asInt()).isEqualTo(code);
        assertThat(answer.text("message")).isNotEmpty();
    }

    @Test
    void the_sdks_lost_leading_zero_is_forgiven() {
        assertThat(pay(invoice(), "100", "377514500004820", "0128", "198").status())
                .isEqualTo(200);
    }

    @Test
    void garbage_and_another_terminal_are_refused() {
        assertThat(pay(invoice(), "100", "cryptogram", "bm90IGEgY3J5cHRvZ3JhbQ==")
                        .json()
                        .get("code")
                        .asInt())
                .isEqualTo(1565);
        String foreign = sandbox.cryptogram(CardOrders.GOOD, "0127", "321", "00000000-0000-4000-a000-000000000000");
        assertThat(pay(invoice(), "100", "cryptogram", foreign)
                        .json()
                        .get("code")
                        .asInt())
                .isEqualTo(464);
    }

    @Test
    void a_paid_invoice_is_not_paid_again_but_a_failed_one_is() {
        String invoice = invoice();
        assertThat(pay(invoice, "100", CardOrders.WITHOUT_MONEY, "1235", "484").status())
                .isEqualTo(400);
        assertThat(status(invoice).text("resultCode")).isEqualTo("101");
        assertThat(pay(invoice, "100", CardOrders.GOOD, "0127", "321").status()).isEqualTo(200);
        assertThat(pay(invoice, "100", CardOrders.GOOD, "0127", "321").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"1.005, 469", "-5, 469", "0, 470"})
    void amounts_that_are_none_are_refused(String amount, int code) {
        String token = sandbox.token(Map.of());
        Map<String, Object> body = body(invoice(), amount, "cryptogram", "x");
        Answer answer = sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body);
        assertThat(answer.json().get("code").asInt()).isEqualTo(code);
    }

    @Test
    void missing_fields_are_named() {
        Answer answer = sandbox.postJson(
                sandbox.base() + "/payment/cryptopay", sandbox.token(Map.of()), Map.of("cryptogram", "x"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).contains("amount", "currency", "invoiceId");
    }

    @Test
    void a_token_of_another_invoice_or_amount_pays_nothing() {
        Map<String, Object> body =
                body(invoice(), "100", "cryptogram", sandbox.cryptogram(CardOrders.GOOD, "0127", "321"));
        assertThat(sandbox.postJson(sandbox.base() + "/payment/cryptopay", sandbox.invoiceToken("999999", "100"), body)
                        .json()
                        .get("code")
                        .asInt())
                .isEqualTo(469);
        assertThat(sandbox.postJson(sandbox.base() + "/payment/cryptopay", "nobody-knows-this-token", body)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void too_long_a_description_is_refused() {
        Map<String, Object> body = body(invoice(), "100", "cryptogram", "x");
        body.put("description", "ы".repeat(63));
        Answer answer = sandbox.postJson(sandbox.base() + "/payment/cryptopay", sandbox.token(Map.of()), body);
        assertThat(answer.json().get("code").asInt()).isEqualTo(3298);
    }

    @Test
    void money_goes_back_in_parts_up_to_the_total() {
        String invoice = invoice();
        String id = pay(invoice, "100", CardOrders.GOOD, "0127", "321").text("id");
        assertThat(refund(id, "?amount=9").status()).isEqualTo(400);
        assertThat(refund(id, "?amount=40&externalID=r-1").status()).isEqualTo(200);
        assertThat(status(invoice).json().at("/transaction/payoutAmount").decimalValue())
                .isEqualByComparingTo("60");
        assertThat(refund(id, "?amount=40&externalID=r-1").status()).isEqualTo(400);
        assertThat(refund(id, "?amount=61").status()).isEqualTo(400);
        assertThat(refund(id, "").status()).isEqualTo(200);
        assertThat(status(invoice).json().at("/transaction/statusName").asText())
                .isEqualTo("REFUND");
        Answer again = refund(id, "");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().get("code").asInt()).isEqualTo(100);
    }

    @Test
    void a_two_step_terminal_blocks_and_the_merchant_charges_or_cancels() {
        String first = hold(invoice());
        assertThat(operate(first, "charge?amount=60", Map.of("amount", 50)).status())
                .isEqualTo(400);
        assertThat(operate(first, "charge?amount=60", Map.of("amount", 60)).status())
                .isEqualTo(200);
        assertThat(operate(first, "cancel", Map.of()).status()).isEqualTo(400);
        String second = hold(invoice());
        assertThat(operate(second, "cancel", Map.of()).status()).isEqualTo(200);
        assertThat(operate(second, "charge", Map.of()).status()).isEqualTo(400);
        assertThat(operate(second, "refund", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void every_path_answers_under_the_prefix_of_the_older_hosts_too() {
        assertThat(sandbox.get(sandbox.base() + "/api/public.rsa", "x").body())
                .startsWith("-----BEGIN PUBLIC KEY-----");
        assertThat(sandbox.get(sandbox.base() + "/api/check-status/payment/transaction/404404", sandbox.token(Map.of()))
                        .text("resultCode"))
                .isEqualTo("102");
    }

    @Test
    void the_status_wants_the_clients_own_terminal() {
        String path = sandbox.base() + "/check-status/payment/transaction/123456";
        assertThat(sandbox.get(path, sandbox.token(Map.of("terminal", ""))).text("resultCode"))
                .isEqualTo("104");
        assertThat(sandbox.get(path, sandbox.token(Map.of("terminal", "11111111-1111-4111-a111-111111111111")))
                        .text("resultCode"))
                .isEqualTo("106");
        assertThat(sandbox.get(path, sandbox.token(Map.of("terminal", "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713")))
                        .text("resultCode"))
                .isEqualTo("109");
    }

    @Test
    void what_is_left_out_says_so() {
        Answer answer = sandbox.postJson(sandbox.base() + "/payment/qr/generate", "x", Map.of());
        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.text("message")).contains("QR");
    }

    @Test
    void no_card_number_reaches_the_journal() {
        sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                sandbox.token(Map.of()),
                Map.of("hpan", CardOrders.GOOD, "cvc", "321"));
        String journal = sandbox.get(sandbox.control("/requests"), "x").body();
        assertThat(journal)
                .doesNotContain(CardOrders.GOOD)
                .doesNotContain("\\\"321\\\"")
                .doesNotContain(EpaySandbox.SECRET);
    }

    private String invoice() {
        return String.valueOf(invoices += 7);
    }

    private Answer pay(String invoice, String amount, String pan, String expiry, String cvc) {
        return pay(invoice, amount, "cryptogram", sandbox.cryptogram(pan, expiry, cvc));
    }

    private Answer pay(String invoice, String amount, String field, String cryptogram) {
        return sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                sandbox.invoiceToken(invoice, amount),
                body(invoice, amount, field, cryptogram));
    }

    private static Map<String, Object> body(String invoice, String amount, String field, String cryptogram) {
        return new HashMap<>(Map.of(
                "amount",
                new java.math.BigDecimal(amount),
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                field,
                cryptogram,
                "invoiceId",
                invoice,
                "description",
                "Тест"));
    }

    private String hold(String invoice) {
        String secret = "sandbox-hold-secret";
        String terminal = "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713";
        String token = sandbox.tokenOf(
                "test-hold", secret, terminal, Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT"));
        Answer paid = sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                token,
                body(invoice, "100", "cryptogram", sandbox.cryptogram(CardOrders.GOOD, "0127", "321", terminal)));
        assertThat(paid.text("status")).isEqualTo("AUTH");
        return paid.text("id");
    }

    private Answer operate(String id, String operation, Map<String, ?> body) {
        String token =
                sandbox.tokenOf("test-hold", "sandbox-hold-secret", "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713", Map.of());
        return sandbox.postJson(sandbox.base() + "/operation/" + id + "/" + operation, token, body);
    }

    private Answer refund(String id, String query) {
        return sandbox.post(
                sandbox.base() + "/operation/" + id + "/refund" + query,
                sandbox.token(Map.of()),
                "application/x-www-form-urlencoded",
                "");
    }

    private Answer status(String invoice) {
        return sandbox.get(sandbox.base() + "/check-status/payment/transaction/" + invoice, sandbox.token(Map.of()));
    }
}
