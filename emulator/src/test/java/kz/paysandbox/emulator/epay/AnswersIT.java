package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
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
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are written, and what the switches make of what nobody outside the bank knows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersIT {

    private static final String GOOD = "4405639704015096";

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
    void amountsArePlainNumbers(String amount, String plain, String decimals) {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            String printed = "\"amount\":" + (bank == sandbox ? plain : decimals) + ",";
            String invoice = invoice();
            Answer paid = pay(bank, body(bank, invoice, amount, GOOD));
            assertThat(paid.body()).contains(printed);
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
    void aLifeIsANumberOrAString() {
        assertThat(tokenAnswer(sandbox).json().get("expires_in").isNumber()).isTrue();
        assertThat(tokenAnswer(other).json().get("expires_in").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"halykId", "googlePay", "applePay", "masterPass", "bogus"})
    void waysToPayThatAreLeftOutSaySo(String paymentType) {
        String invoice = invoice();
        Map<String, Object> body = body(sandbox, invoice, "100", GOOD);
        body.put("paymentType", paymentType);
        for (boolean encrypted : List.of(true, false)) {
            if (!encrypted) {
                body.remove("cryptogram");
            }
            Answer answer = pay(sandbox, body);
            assertThat(answer.status()).isEqualTo(501);
            assertThat(answer.json().get("code").asInt()).isEqualTo(501);
            assertThat(answer.text("message")).contains("does not emulate", paymentType);
        }
        body.put("cardId", Map.of("id", "x"));
        body.put("terminalId", EpaySandbox.TERMINAL);
        assertThat(sandbox.postJson(sandbox.base() + "/payments/cards/auth", sandbox.invoiceToken(invoice, "100"), body)
                        .status())
                .isEqualTo(501);
        assertThat(status(sandbox, invoice).text("resultCode")).isEqualTo("102");
    }

    @Test
    void aWalletIsKnownByItsFieldsToo() {
        Map<String, Object> body = body(sandbox, invoice(), "100", GOOD);
        body.put("applePay", Map.of("token", "x"));
        assertThat(pay(sandbox, body).status()).isEqualTo(501);
        body.remove("applePay");
        body.put("paymentType", "cardVerification");
        body.put("cryptogramGooglePay", "");
        assertThat(pay(sandbox, body).status()).isEqualTo(200);
    }

    @Test
    void aSavedCardNeedsATerminalAndNoName() {
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
    void whatIsNotDecidedYetHasNoReasonCode() {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            String invoice = invoice();
            assertThat(pay(bank, body(bank, invoice, "100", "4405640000003000")).text("status"))
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
    void rejectedAndFailedHaveOneResultCode() {
        String rejected = invoice();
        assertThat(pay(sandbox, body(sandbox, rejected, "100", "4405640000004842"))
                        .status())
                .isEqualTo(400);
        String failed = invoice();
        Answer asked = pay(sandbox, body(sandbox, failed, "100", "4405640000003000"));
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
    void aPaymentThatIsNotItsTokensIsRefusedOrPaid() {
        for (EpaySandbox bank : List.of(sandbox, other)) {
            for (Map<String, String> asked : List.of(
                    Map.of("invoiceID", "999999"), Map.of("amount", "11"), Map.of("terminal", "not-this-clients"))) {
                Map<String, String> fields = new HashMap<>(Map.of("invoiceID", invoice(), "amount", "100"));
                String invoice = fields.get("invoiceID");
                fields.putAll(asked);
                Answer answer = bank.postJson(
                        bank.base() + "/payment/cryptopay", bank.token(fields), body(bank, invoice, "100", GOOD));
                assertThat(answer.status()).as(asked.toString()).isEqualTo(bank == sandbox ? 400 : 200);
            }
        }
    }

    @Test
    void allThatIsLeftBelowTheLeastRefundGoesBackWhereTheSwitchSaysSo() {
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
    void aPaidInvoicesLinkShowsThatItIsPaid() {
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
        assertThat(sandbox.get(url, "x").status()).as("the form").isEqualTo(303);
        pay(sandbox, body(sandbox, invoice, "250", GOOD));
        Answer paid = sandbox.get(url, "x");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.body()).contains("data-kind=\"paid\"", "4405...5096", "250.00");
    }

    @Test
    void aScriptedExpiryIsAnsweredAsARealOne() {
        String token = sandbox.token(Map.of());
        String url = sandbox.base() + "/check-status/payment/transaction/123456";
        Answer scripted = sandbox.send(HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("X-Sandbox-Fault", "http=401"));
        sandbox.postJson(sandbox.control("/clock/advance"), "", Map.of("by", "PT2H"));
        Answer real = sandbox.get(url, token);
        assertThat(real.status()).isEqualTo(401);
        assertThat(scripted.status()).isEqualTo(401);
        assertThat(scripted.body()).isEqualTo(real.body()).contains("expired");
        assertThat(scripted.raw().headers().firstValue("WWW-Authenticate"))
                .isEqualTo(real.raw().headers().firstValue("WWW-Authenticate"))
                .isPresent();
        Answer wrongClient = sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.base() + "/oauth2/token"))
                .header("X-Sandbox-Fault", "http=401")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(wrongClient.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void everyRefusalSaysWhyInAHeader() {
        String invoice = invoice();
        Map<String, Object> paid = body(sandbox, invoice, "100", GOOD);
        String id = pay(sandbox, paid).text("id");
        Map<String, Object> wallet = body(sandbox, invoice(), "100", GOOD);
        wallet.put("paymentType", "applePay");
        assertThat(reason(sandbox.get(sandbox.base() + "/no/such", "x"))).contains("no such address");
        assertThat(reason(sandbox.get(sandbox.base() + "/cards/me", "x"))).contains("not one that this world gave out");
        assertThat(reason(pay(sandbox, paid))).contains("has a transaction in status CHARGE");
        assertThat(reason(pay(sandbox, wallet))).contains("not emulated", "applePay");
        assertThat(reason(pay(sandbox, body(sandbox, invoice(), "100", "4405640000004842"))))
                .contains("insufficient funds");
        assertThat(reason(refund(sandbox, id, "?amount=9"))).contains("at least 10");
        assertThat(reason(status(sandbox, invoice()))).isNotEmpty();
        assertThat(reason(sandbox.get(sandbox.base() + "/payform/?params=x", "x")))
                .contains("no payment object");
        assertThat(reason(sandbox.postJson(sandbox.base() + "/payment/confirm", "", Map.of("MD", "x"))))
                .contains("no 3-D Secure exchange");
        assertThat(reason(sandbox.postForm(sandbox.base() + "/oauth2/token", "", Map.of("client_id", "nobody"))))
                .isNotEmpty();
        assertThat(reason(sandbox.get(sandbox.base() + "/cards/nobody", sandbox.token(Map.of()))))
                .contains("no saved cards");
        assertThat(reason(status(sandbox, invoice))).as("what is no refusal").isEmpty();
    }

    private static String reason(Answer answer) {
        return answer.raw().headers().firstValue("X-Sandbox-Reason").orElse("");
    }

    private String invoice() {
        return String.valueOf(invoices += 7);
    }

    private Map<String, Object> body(EpaySandbox bank, String invoice, String amount, String pan) {
        String cvc = pan.equals(GOOD) ? "321" : pan.substring(12, 15);
        return new HashMap<>(Map.of(
                "amount",
                new BigDecimal(amount),
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                bank.cryptogram(pan, pan.equals(GOOD) ? "0127" : "1235", cvc),
                "invoiceId",
                invoice,
                "description",
                "order",
                "postLink",
                amount.equals("100") ? "" : merchant.url("/post")));
    }

    private static String invoiceToken(EpaySandbox bank, Map<String, Object> body) {
        return bank.invoiceToken(String.valueOf(body.get("invoiceId")), String.valueOf(body.get("amount")));
    }

    private static Answer pay(EpaySandbox bank, Map<String, Object> body) {
        return bank.postJson(bank.base() + "/payment/cryptopay", invoiceToken(bank, body), body);
    }

    private static Answer status(EpaySandbox bank, String invoice) {
        return bank.get(bank.base() + "/check-status/payment/transaction/" + invoice, bank.token(Map.of()));
    }

    private static Answer refund(EpaySandbox bank, String id, String query) {
        return bank.postForm(bank.base() + "/operation/" + id + "/refund" + query, bank.token(Map.of()), Map.of());
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
