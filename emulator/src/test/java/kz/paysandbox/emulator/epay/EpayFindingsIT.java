package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the bank's pages, broken over a real connection, and a shop that breaks none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EpayFindingsIT {

    private static final String HOLD_SECRET = "sandbox-hold-secret";
    private static final String HOLD_TERMINAL = "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713";

    private EpaySandbox sandbox;
    private Merchant merchant;

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
    void aCarefulShopIsBlamedForNothing() {
        String first = pay("100001", Map.of("postLink", merchant.url("/post"))).text("id");
        merchant.next();
        status("100001");
        refund(first, "?amount=30&externalID=r1");
        refund(first, "?amount=30&externalID=r2");
        status("100001");
        refund(first, "");
        pay("100002", Map.of("cryptogram", sandbox.cryptogram("4405640000004842", "1235", "484")));
        pay("100002", Map.of());
        String held = hold("200001");
        status("200001");
        operate(held, "charge", "?amount=40");
        operate(hold("200002"), "cancel", "");

        assertThat(rules()).isEmpty();
    }

    @Test
    void aTokenForASecondInvoice() {
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
    void tokensThatNobodyUses() {
        sandbox.invoiceToken("100001", "100");
        sandbox.invoiceToken("100001", "100");
        assertThat(rules()).isEmpty();
        sandbox.invoiceToken("100001", "100");

        assertThat(rules()).containsExactly("epay.token.too-often");
        assertThat(finding("epay.token.too-often").path("requests")).hasSize(3);
    }

    @Test
    void tokensThatAreUsedMayBeManyAndOldOnesDoNotCount() {
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
    void aTokenWhoseTimeIsOver() {
        String token = sandbox.token(Map.of());
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT3H"));
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", token);

        assertThat(rules()).containsExactly("epay.token.expired");
    }

    @Test
    void aRepeatedTailNamesTheEarlierPayment() {
        pay("1123456", Map.of());
        long first = requests();
        pay("2123456", Map.of());

        assertThat(rules()).containsExactly("epay.invoice.last6");
        assertThat(finding("epay.invoice.last6").path("requests").path(0).asLong())
                .isEqualTo(first);
    }

    @Test
    void aPaidInvoiceIsNotPaidAgain() {
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
    void anOrdersFields(String field, String value, String rule) {
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
    void aDescriptionIsCountedInBytes() {
        pay("100001", Map.of("description", "ж".repeat(62)));
        assertThat(rules()).isEmpty();
        pay("100002", Map.of("description", "ж".repeat(63)));

        assertThat(rules()).containsExactly("epay.description.too-long");
    }

    @Test
    void aBodyThatIsNotSaidToBeJsonOrSaysAThingTwice() {
        String body = EpaySandbox.json(order("100001"));
        String twice = body.substring(0, body.length() - 1) + ",\"Amount\":100}";
        sandbox.post(sandbox.base() + "/payment/cryptopay", sandbox.invoiceToken("100001", "100"), "text/plain", twice);

        assertThat(rules()).containsExactly("epay.content-type", "epay.key.repeated", "epay.key.spelling");
    }

    @Test
    void aStatusWithoutTerminal() {
        String token = sandbox.tokenOf("test", EpaySandbox.SECRET, "", Map.of());
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", token);
        String foreign = sandbox.tokenOf("test", EpaySandbox.SECRET, HOLD_TERMINAL, Map.of());
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", foreign);

        assertThat(rules()).containsExactly("epay.status.no-terminal", "epay.terminal.foreign");
    }

    @Test
    void chargesThatContradictThemselvesOrCannotBe() {
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
    void aResultCodeTakenForAnAnswer() {
        String held = hold("200001");
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/200001", holdToken(Map.of()));
        operate(held, "refund", "");

        assertThat(rules()).containsExactly("epay.operation.wrong-state", "epay.status.result-code-alone");
        assertThat(finding("epay.status.result-code-alone").path("requests")).hasSize(2);
    }

    @Test
    void refundsTooSmallInTheBodyAndBlind() {
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
    void aCallbackThatIsNotAcknowledgedNamesItsPayment() {
        merchant.answering(500);
        pay("100001", Map.of("postLink", merchant.url("/post")));
        merchant.next();
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT10M"));

        assertThat(rules()).containsExactly("epay.callback.not-acknowledged");
        assertThat(finding("epay.callback.not-acknowledged").path("requests")).hasSize(1);
    }

    @Test
    void aCopyThatIsNotTakenLikeTheFirst() {
        pay("100001", Map.of("postLink", merchant.url("/post")));
        merchant.next();
        String id = await();
        merchant.answering(409);
        sandbox.post(sandbox.control("/callbacks/" + id + "/replay"), "", "application/json", "");
        sandbox.post(sandbox.control("/callbacks/" + id + "/replay"), "", "application/json", "");

        assertThat(rules()).containsExactly("epay.callback.copy-refused");
    }

    @Test
    void aShopThatActsOnEachCopy() {
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
    void whatWasAskedAboutOrHasItsOwnNumberIsNotDoneTwice() {
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
    void aRefusedStatusTellsNothing() {
        String id = pay("100001", Map.of()).text("id");
        refund(id, "?amount=20");
        String token = sandbox.tokenOf("test", EpaySandbox.SECRET, "", Map.of());
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/100001", token);
        refund(id, "?amount=20");

        assertThat(rules()).containsExactly("epay.status.no-terminal", "epay.refund.blind-retry");
    }

    @Test
    void aChargeThatSaysItsAmountTwice() {
        String held = hold("200001");
        sandbox.post(
                sandbox.base() + "/operation/" + held + "/charge",
                holdToken(Map.of()),
                "application/json",
                "{\"amount\":1,\"Amount\":2,\"amount\":3}");

        assertThat(rules()).containsOnly("epay.key.repeated");
    }

    private Answer pay(String invoice, Map<String, ?> more) {
        return pay(sandbox.invoiceToken(invoice, "100"), invoice, more);
    }

    private Answer pay(String token, String invoice, Map<String, ?> more) {
        Map<String, Object> body = order(invoice);
        body.putAll(more);
        return sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body);
    }

    private Map<String, Object> order(String invoice) {
        return new HashMap<>(Map.of(
                "amount",
                100,
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                sandbox.cryptogram("4405639704015096", "0127", "321"),
                "invoiceId",
                invoice,
                "description",
                "order"));
    }

    private String hold(String invoice) {
        return hold(invoice, Map.of());
    }

    private String hold(String invoice, Map<String, ?> more) {
        Map<String, Object> body = order(invoice);
        body.put("cryptogram", sandbox.cryptogram("4405639704015096", "0127", "321", HOLD_TERMINAL));
        body.putAll(more);
        String token = holdToken(Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT"));
        return sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body)
                .text("id");
    }

    private String holdToken(Map<String, String> more) {
        return sandbox.tokenOf("test-hold", HOLD_SECRET, HOLD_TERMINAL, more);
    }

    private void operate(String id, String operation, String query) {
        sandbox.postForm(sandbox.base() + "/operation/" + id + "/" + operation + query, holdToken(Map.of()), Map.of());
    }

    private void refund(String id, String query) {
        sandbox.postForm(sandbox.base() + "/operation/" + id + "/refund" + query, sandbox.token(Map.of()), Map.of());
    }

    private void status(String invoice) {
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/" + invoice, sandbox.token(Map.of()));
    }

    /** The callback's id, once it is acknowledged. */
    private String await() {
        JsonNode first = callback();
        for (int asked = 0; asked < 1_000 && !first.path("state").asText().equals("delivered"); asked++) {
            first = callback();
        }
        assertThat(first.path("state").asText()).isEqualTo("delivered");
        return first.path("id").asText();
    }

    private JsonNode callback() {
        return sandbox.get(sandbox.control("/callbacks"), "x").json().path(0);
    }

    /** The number of the latest request. */
    private long requests() {
        JsonNode all = sandbox.get(sandbox.control("/requests"), "x").json();
        return all.path(all.size() - 1).path("number").asLong();
    }

    private List<String> rules() {
        List<String> rules = new ArrayList<>();
        sandbox.get(sandbox.control("/findings"), "x")
                .json()
                .forEach(finding -> rules.add(finding.path("rule").asText()));
        return rules;
    }

    private JsonNode finding(String rule) {
        return sandbox.get(sandbox.control("/findings?rule=" + rule), "x")
                .json()
                .path(0);
    }
}
