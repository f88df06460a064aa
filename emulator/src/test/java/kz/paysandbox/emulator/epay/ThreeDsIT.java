package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 3-D Secure as the SDK and shops with a page of their own go through it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeDsIT {

    private EpaySandbox sandbox;
    private Merchant merchant;
    private int invoices = 500_000;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start();
        merchant = Merchant.open();
    }

    @AfterAll
    void stop() {
        merchant.close();
        sandbox.close();
    }

    @Test
    void the_right_code_pays_and_ends_at_the_shop_with_the_reference() {
        JsonNode challenged = challenge();
        JsonNode secure = challenged.get("secure3D");
        assertThat(challenged.get("status").asText()).isEqualTo("3D");
        assertThat(secure.has("termURL")).isTrue();
        Answer page = open(secure);
        String code = found(page.body(), "shown-code\">(\\d{6})");
        assertThat(answer(secure, "000000", "confirm").body()).contains("Неверный код");
        String paRes = found(answer(secure, code, "confirm").body(), "name=\"PaRes\" value=\"([^\"]+)\"");

        Answer back = sandbox.postForm(
                sandbox.base() + "/payments/cards/confirmPayment?Access=" + sandbox.token(Map.of()),
                "",
                Map.of("MD", secure.get("md").asText(), "PaRes", paRes));

        assertThat(back.status()).isEqualTo(303);
        assertThat(location(back))
                .isEqualTo("https://shop.example/ok?reference="
                        + challenged.get("reference").asText());
        assertThat(merchant.next().get("secure").asText()).isEqualTo("yes");
        assertThat(statusOf(challenged)).isEqualTo("CHARGE");
    }

    @Test
    void giving_up_fails_the_payment_and_ends_with_an_error_code() {
        JsonNode challenged = challenge();
        JsonNode secure = challenged.get("secure3D");
        String paRes = found(answer(secure, "", "cancel").body(), "name=\"PaRes\" value=\"([^\"]+)\"");
        Answer back = sandbox.postJson(
                sandbox.base() + "/payment/confirm",
                "",
                Map.of(
                        "ID",
                        challenged.get("id").asText(),
                        "MD",
                        secure.get("md").asText(),
                        "PaRes",
                        paRes));
        assertThat(location(back)).isEqualTo("https://shop.example/sorry?errorCode=499");
        assertThat(merchant.next().get("code").asText()).isEqualTo("error");
        assertThat(statusOf(challenged)).isEqualTo("FAILED");
    }

    @Test
    void three_wrong_codes_are_enough() {
        JsonNode secure = challenge().get("secure3D");
        answer(secure, "1", "confirm");
        answer(secure, "2", "confirm");
        assertThat(answer(secure, "3", "confirm").body()).contains("PaRes");
    }

    @Test
    void the_customer_can_act_through_the_control_surface() {
        JsonNode challenged = challenge();
        String id = challenged.get("id").asText();
        Answer confirmed = sandbox.postJson(sandbox.control("/payments/" + id + "/confirm"), "", Map.of());
        assertThat(confirmed.text("status")).isEqualTo("CHARGE");
        assertThat(merchant.next().get("code").asText()).isEqualTo("ok");
        assertThat(sandbox.postJson(sandbox.control("/payments/" + id + "/scan"), "", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void who_never_answers_is_timed_out_by_the_worlds_clock() {
        Answer made = sandbox.postJson(sandbox.control("/worlds"), "", Map.of());
        JsonNode epay = made.json().get("epay");
        String token = sandbox.tokenOf(
                epay.get("clientId").asText(),
                epay.get("clientSecret").asText(),
                epay.get("terminal").asText(),
                Map.of("invoiceID", "777777", "amount", "100", "currency", "KZT"));
        JsonNode challenged = challenge("777777", token, epay.get("terminal").asText());
        sandbox.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(sandbox.control("/clock/advance")))
                .header("X-Sandbox-World", made.text("name"))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"by\":\"PT11M\"}")));
        assertThat(merchant.next().get("reasonCode").asInt()).isEqualTo(455);
        Answer status = sandbox.get(
                sandbox.base() + "/check-status/payment/transactionId/"
                        + challenged.get("id").asText(),
                sandbox.tokenOf(
                        epay.get("clientId").asText(),
                        epay.get("clientSecret").asText(),
                        epay.get("terminal").asText(),
                        Map.of()));
        assertThat(status.json().at("/transaction/statusName").asText()).isEqualTo("FAILED");
    }

    @Test
    void the_customer_can_decline_and_run_out_of_time_through_the_control_surface() {
        JsonNode declined = challenge();
        assertThat(act(declined, "decline").text("status")).isEqualTo("FAILED");
        assertThat(merchant.next().get("reasonCode").asInt()).isEqualTo(499);
        assertThat(statusOf(declined)).isEqualTo("FAILED");
        JsonNode expired = challenge();
        assertThat(act(expired, "expire").text("status")).isEqualTo("FAILED");
        assertThat(merchant.next().get("reasonCode").asInt()).isEqualTo(455);
        assertThat(statusOf(expired)).isEqualTo("FAILED");
        assertThat(act(expired, "confirm").status()).isEqualTo(409);
    }

    private Answer act(JsonNode payment, String act) {
        return sandbox.postJson(sandbox.control("/payments/" + payment.get("id").asText() + "/" + act), "", Map.of());
    }

    @Test
    void links_that_are_no_web_addresses_lead_nowhere() {
        JsonNode secure = challenge().get("secure3D");
        Answer page = sandbox.postForm(
                secure.get("action").asText(),
                "",
                Map.of("MD", secure.get("md").asText(), "PaReq", "x", "TermUrl", "javascript:alert(1)"));
        assertThat(page.status()).isEqualTo(400);
    }

    private JsonNode challenge() {
        String invoice = String.valueOf(invoices += 13);
        return challenge(invoice, sandbox.invoiceToken(invoice, "100"), EpaySandbox.TERMINAL);
    }

    private JsonNode challenge(String invoice, String token, String terminal) {
        return sandbox.postJson(
                        sandbox.base() + "/payment/cryptopay",
                        token,
                        CardOrders.of(
                                sandbox.cryptogram(CardOrders.WITH_3DS, "1235", "300", terminal),
                                invoice,
                                Map.of(
                                        "description",
                                        "<script>alert(1)</script>",
                                        "backLink",
                                        "https://shop.example/ok",
                                        "failureBackLink",
                                        "https://shop.example/sorry",
                                        "postLink",
                                        merchant.url("/post"))))
                .json();
    }

    private Answer open(JsonNode secure) {
        return sandbox.postForm(
                secure.get("action").asText(),
                "",
                Map.of(
                        "MD", secure.get("md").asText(),
                        "PaReq", secure.get("paReq").asText(),
                        "TermUrl", secure.get("termURL").asText()));
    }

    private Answer answer(JsonNode secure, String code, String act) {
        return sandbox.postForm(
                secure.get("action").asText() + "/answer",
                "",
                Map.of("TermUrl", secure.get("termURL").asText(), "code", code, "act", act));
    }

    private String statusOf(JsonNode payment) {
        return sandbox.get(
                        sandbox.base() + "/check-status/payment/transactionId/"
                                + payment.get("id").asText(),
                        sandbox.token(Map.of()))
                .json()
                .at("/transaction/statusName")
                .asText();
    }

    private static String location(Answer answer) {
        return answer.raw().headers().firstValue("Location").orElse("");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
