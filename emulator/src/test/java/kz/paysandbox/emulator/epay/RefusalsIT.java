package kz.paysandbox.emulator.epay;

import static kz.paysandbox.emulator.epay.CardOrders.GOOD;
import static kz.paysandbox.emulator.epay.CardOrders.WITHOUT_MONEY;
import static kz.paysandbox.emulator.epay.CardOrders.body;
import static kz.paysandbox.emulator.epay.CardOrders.pay;
import static kz.paysandbox.emulator.epay.CardOrders.refund;
import static kz.paysandbox.emulator.epay.CardOrders.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import kz.paysandbox.emulator.epay.payform.BankScript;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused says why, whether the bank, the sandbox or a script refuses it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private EpaySandbox sandbox;
    private int invoices = 720_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"halykId", "googlePay", "applePay", "masterPass", "bogus"})
    void ways_to_pay_that_are_left_out_say_so(String paymentType) {
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
    void a_wallet_is_known_by_its_fields_too() {
        Map<String, Object> body = body(sandbox, invoice(), "100", GOOD);
        body.put("applePay", Map.of("token", "x"));
        assertThat(pay(sandbox, body).status()).isEqualTo(501);
        body.remove("applePay");
        body.put("paymentType", "cardVerification");
        body.put("cryptogramGooglePay", "");
        assertThat(pay(sandbox, body).status()).isEqualTo(200);
    }

    @Test
    void a_scripted_expiry_is_answered_as_a_real_one() {
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
    void a_payment_in_an_address_stays_out_of_the_journal() {
        String params = BankScript.params(Map.of("invoiceId", invoice(), "auth", sandbox.token(Map.of())));
        sandbox.get(sandbox.base() + "/payform/?params=" + params + "&oid=1", "x");
        for (String path : List.of("/requests", "/requests.har", "/requests/normalized")) {
            assertThat(sandbox.get(sandbox.control(path), "x").body())
                    .as(path)
                    .contains("/payform")
                    .doesNotContain(params);
        }
    }

    @Test
    void every_refusal_says_why_in_a_header() {
        String invoice = invoice();
        Map<String, Object> paid = body(sandbox, invoice, "100", GOOD);
        String id = pay(sandbox, paid).text("id");
        Map<String, Object> wallet = body(sandbox, invoice(), "100", GOOD);
        wallet.put("paymentType", "applePay");
        assertThat(reason(sandbox.get(sandbox.base() + "/no/such", "x"))).contains("no such address");
        assertThat(reason(sandbox.get(sandbox.base() + "/cards/me", "x"))).contains("not one that this world gave out");
        assertThat(reason(pay(sandbox, paid))).contains("has a transaction in status CHARGE");
        assertThat(reason(pay(sandbox, wallet))).contains("not emulated", "applePay");
        assertThat(reason(pay(sandbox, body(sandbox, invoice(), "100", WITHOUT_MONEY))))
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

    private String invoice() {
        return String.valueOf(invoices += 7);
    }

    private static String reason(Answer answer) {
        return answer.raw().headers().firstValue("X-Sandbox-Reason").orElse("");
    }
}
