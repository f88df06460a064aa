package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A shop of ePay, its server, and what the sandbox finds in what it does. One sandbox for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WatchedShop {

    static final String HOLD_SECRET = "sandbox-hold-secret";
    static final String HOLD_TERMINAL = "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713";

    private static final Pattern PAGE = Pattern.compile("/payform/pay/([^/?]+)$");

    EpaySandbox sandbox;
    Merchant merchant;

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

    Answer pay(String invoice, Map<String, ?> more) {
        return pay(sandbox.invoiceToken(invoice, "100"), invoice, more);
    }

    Answer pay(String token, String invoice, Map<String, ?> more) {
        Map<String, Object> body = order(invoice);
        body.putAll(more);
        return sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body);
    }

    Map<String, Object> order(String invoice) {
        return CardOrders.of(CardOrders.good(sandbox), invoice, Map.of());
    }

    /** The customer pays on the hosted page. */
    void checkout(String invoice, Map<String, ?> more) {
        Map<String, Object> payment = order(invoice);
        payment.remove("cryptogram");
        payment.putAll(Map.of("terminal", EpaySandbox.TERMINAL, "auth", sandbox.invoiceToken(invoice, "100")));
        payment.putAll(more);
        String location = sandbox.postForm(
                        sandbox.base() + "/payform/start",
                        "",
                        Map.of("payment", EpaySandbox.json(payment), "mode", "page"))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Matcher page = PAGE.matcher(location);
        assertThat(page.find()).isTrue();
        var paid = sandbox.postJson(
                sandbox.base() + "/payform/pay/" + page.group(1) + "/card",
                "",
                Map.of("cryptogram", sandbox.cryptogram(CardOrders.GOOD, "0127", "321"), "name", "AIBEK"));
        assertThat(paid.text("state")).isEqualTo("paid");
    }

    String hold(String invoice) {
        return hold(invoice, Map.of());
    }

    String hold(String invoice, Map<String, ?> more) {
        Map<String, Object> body = order(invoice);
        body.put("cryptogram", sandbox.cryptogram(CardOrders.GOOD, "0127", "321", HOLD_TERMINAL));
        body.putAll(more);
        String token = holdToken(Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT"));
        return sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, body)
                .text("id");
    }

    String holdToken(Map<String, String> more) {
        return sandbox.tokenOf("test-hold", HOLD_SECRET, HOLD_TERMINAL, more);
    }

    void operate(String id, String operation, String query) {
        sandbox.postForm(sandbox.base() + "/operation/" + id + "/" + operation + query, holdToken(Map.of()), Map.of());
    }

    void refund(String id, String query) {
        sandbox.postForm(sandbox.base() + "/operation/" + id + "/refund" + query, sandbox.token(Map.of()), Map.of());
    }

    void status(String invoice) {
        sandbox.get(sandbox.base() + "/check-status/payment/transaction/" + invoice, sandbox.token(Map.of()));
    }

    /** The callback's id, once it is acknowledged. */
    String await() {
        JsonNode first = callback();
        for (int asked = 0; asked < 1_000 && !first.path("state").asText().equals("delivered"); asked++) {
            first = callback();
        }
        assertThat(first.path("state").asText()).isEqualTo("delivered");
        return first.path("id").asText();
    }

    JsonNode callback() {
        return sandbox.get(sandbox.control("/callbacks"), "x").json().path(0);
    }

    /** The number of the latest request. */
    long requests() {
        JsonNode all = sandbox.get(sandbox.control("/requests"), "x").json();
        return all.path(all.size() - 1).path("number").asLong();
    }

    /** Rules of all findings; that this shop's server is on this machine is no news. */
    List<String> rules() {
        List<String> rules = new ArrayList<>();
        sandbox.get(sandbox.control("/findings"), "x")
                .json()
                .forEach(finding -> rules.add(finding.path("rule").asText()));
        rules.remove("epay.callback.unreachable");
        return rules;
    }

    /** What is said of each finding of a rule. */
    List<String> evidence(String rule) {
        List<String> evidence = new ArrayList<>();
        sandbox.get(sandbox.control("/findings?rule=" + rule), "x")
                .json()
                .forEach(finding -> evidence.add(finding.path("evidence").asText()));
        return evidence;
    }

    JsonNode finding(String rule) {
        return sandbox.get(sandbox.control("/findings?rule=" + rule), "x")
                .json()
                .path(0);
    }
}
