package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A shop that was built to the integration description of 2025, word for word, from token to callback to refund. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientOf2025IT {

    private EpaySandbox sandbox;
    private Merchant merchant;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start(Map.of("epay.callback.transaction-id", "on"));
        merchant = Merchant.open();
    }

    @AfterAll
    void stop() {
        merchant.close();
        sandbox.close();
    }

    @Test
    void works_unchanged() {
        Answer token = sandbox.postJson(
                sandbox.base() + "/oauth2/token",
                "",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        EpaySandbox.SCOPE,
                        "client_id",
                        "test",
                        "client_secret",
                        EpaySandbox.SECRET,
                        "invoiceID",
                        "INV-123456",
                        "amount",
                        1500,
                        "currency",
                        "KZT",
                        "terminal",
                        EpaySandbox.TERMINAL));
        assertThat(token.json().get("expires_in").asInt()).isEqualTo(7200);

        Answer page = opened(token.json());
        assertThat(page.body()).contains("1500.00", "INV-123456");
        JsonNode paid = typed(page);
        assertThat(paid.get("state").asText()).isEqualTo("paid");

        JsonNode told = merchant.next();
        assertThat(told.get("code").asText()).isEqualTo("ok");
        JsonNode checkout =
                sandbox.get(sandbox.control("/checkouts"), "x").json().get(0);
        assertThat(checkout.path("payment").asText()).isEqualTo(told.get("id").asText());
        assertThat(checkout.path("amount").decimalValue()).isEqualByComparingTo("1500");
        assertThat(told.get("invoiceId").asText()).isEqualTo("INV-123456");
        assertThat(told.get("transactionId").asText()).isEqualTo(told.get("id").asText());
        assertThat(told.hasNonNull("cardMask") && told.hasNonNull("reference") && told.hasNonNull("approvalCode"))
                .isTrue();

        String bearer = sandbox.token(Map.of());
        JsonNode status = sandbox.get(sandbox.base() + "/check-status/payment/transaction/INV-123456", bearer)
                .json();
        assertThat(status.get("resultCode").asText()).isEqualTo("100");
        assertThat(status.at("/transaction/reasonCode").asText()).isEqualTo("00");

        String id = told.get("id").asText();
        Answer refund = sandbox.post(
                sandbox.base() + "/operation/" + id + "/refund?amount=500&externalID=R-1",
                bearer,
                "application/json",
                "");
        assertThat(refund.status()).isEqualTo(200);
        Answer cancel = sandbox.post(sandbox.base() + "/operation/" + id + "/cancel", bearer, "application/json", "");
        assertThat(cancel.status()).isEqualTo(400);
        assertThat(sandbox.get(sandbox.control("/findings"), "x").body())
                .contains("epay.token.json-body", "epay.invoice.format", "epay.token.reused");
    }

    private Answer opened(JsonNode auth) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("invoiceId", "INV-123456");
        payment.put("terminal", EpaySandbox.TERMINAL);
        payment.put("amount", 1500);
        payment.put("currency", "KZT");
        payment.put("auth", auth);
        payment.put("backLink", "https://shop.example/ok");
        payment.put("postLink", merchant.url("/post"));
        payment.put("failureBackLink", "https://shop.example/sorry");
        payment.put("failurePostLink", merchant.url("/post"));
        payment.put("language", "rus");
        Answer started = sandbox.postForm(
                sandbox.base() + "/payform/start", "", Map.of("payment", EpaySandbox.json(payment), "mode", "page"));
        assertThat(started.status()).isEqualTo(303);
        return sandbox.send(HttpRequest.newBuilder(
                URI.create(started.raw().headers().firstValue("Location").orElseThrow())));
    }

    private JsonNode typed(Answer page) {
        Matcher id = Pattern.compile("data-page=\"([^\"]+)\"").matcher(page.body());
        assertThat(id.find()).isTrue();
        return sandbox.postJson(
                        sandbox.base() + "/payform/pay/" + id.group(1) + "/card",
                        "",
                        Map.of("cryptogram", sandbox.cryptogram(CardOrders.GOOD, "0127", "321"), "name", "AIBEK"))
                .json();
    }
}
