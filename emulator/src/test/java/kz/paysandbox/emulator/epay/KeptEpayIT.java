package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Halyk ePay after another start in the same home: tokens, cards and payments under way. */
class KeptEpayIT {

    private EpaySandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = EpaySandbox.start(Map.of("store", "file", "fresh", "true"));
        sandbox.putJson(sandbox.control("/clock"), Map.of("mode", "frozen", "at", "2026-05-01T10:00:00Z"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private void restart() {
        sandbox = sandbox.restart();
    }

    @Test
    void payments_and_what_was_done_with_them_are_as_they_were() {
        String charged = CardOrders.pay(sandbox, good("100001")).text("id");
        assertThat(CardOrders.refund(sandbox, charged, "?amount=40&externalID=r-1")
                        .status())
                .isEqualTo(200);
        assertThat(CardOrders.pay(sandbox, CardOrders.body(sandbox, "100002", "100", CardOrders.WITHOUT_MONEY))
                        .status())
                .isEqualTo(400);
        String payments = control("/payments");
        String status = CardOrders.status(sandbox, "100001").body();

        restart();

        assertThat(control("/payments")).isEqualTo(payments);
        assertThat(CardOrders.status(sandbox, "100001").body()).isEqualTo(status);
        assertThat(CardOrders.refund(sandbox, charged, "?amount=40&externalID=r-1")
                        .status())
                .isEqualTo(400);
        assertThat(CardOrders.refund(sandbox, charged, "?amount=61").status()).isEqualTo(400);
        assertThat(CardOrders.refund(sandbox, charged, "?amount=60").status()).isEqualTo(200);
        assertThat(CardOrders.pay(sandbox, good("100001")).status()).isEqualTo(400);
        assertThat(CardOrders.pay(sandbox, good("100002")).status()).isEqualTo(200);
    }

    @Test
    void tokens_are_valid_and_refreshed_once_and_their_uses_are_counted() {
        String token = sandbox.invoiceToken("100003", "100");
        Map<String, String> password =
                new HashMap<>(Map.of("grant_type", "password", "username", "cashier", "password", "secret"));
        String used = sandbox.postForm(sandbox.base() + "/oauth2/token", "", credentials(password))
                .text("refresh_token");
        Map<String, String> renewal = credentials(Map.of("grant_type", "refresh_token", "refresh_token", used));
        assertThat(sandbox.postForm(sandbox.base() + "/oauth2/token", "", renewal)
                        .status())
                .isEqualTo(200);
        String unused = sandbox.postForm(sandbox.base() + "/oauth2/token", "", credentials(password))
                .text("refresh_token");
        assertThat(sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, good("100003"))
                        .status())
                .isEqualTo(200);

        restart();

        assertThat(sandbox.get(sandbox.base() + "/check-status/payment/transaction/100003", token)
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.postForm(sandbox.base() + "/oauth2/token", "", renewal)
                        .status())
                .isNotEqualTo(200);
        Map<String, String> later = credentials(Map.of("grant_type", "refresh_token", "refresh_token", unused));
        assertThat(sandbox.postForm(sandbox.base() + "/oauth2/token", "", later).status())
                .isEqualTo(200);
        sandbox.postJson(sandbox.base() + "/payment/cryptopay", token, good("100003"));
        assertThat(control("/findings")).contains("epay.token.reused");
        assertThat(sandbox.token(Map.of())).isNotEqualTo(token);
    }

    private static Map<String, String> credentials(Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "scope", EpaySandbox.SCOPE,
                "client_id", "test",
                "client_secret", EpaySandbox.SECRET,
                "terminal", EpaySandbox.TERMINAL));
        fields.putAll(more);
        return fields;
    }

    @Test
    void a_challenge_that_is_open_is_answered_with_the_wrong_codes_counted() {
        JsonNode secure = challenge("100004").path("secure3D");
        String code = found(open(secure).body(), "shown-code\">(\\d{6})");
        answer(secure, "000000");
        answer(secure, "000001");
        JsonNode other = challenge("100005").path("secure3D");
        String otherCode = found(open(other).body(), "shown-code\">(\\d{6})");

        restart();

        String paRes = found(answer(other, otherCode).body(), "name=\"PaRes\" value=\"([^\"]+)\"");
        assertThat(sandbox.postForm(
                                sandbox.base() + "/payments/cards/confirmPayment?Access=" + sandbox.token(Map.of()),
                                "",
                                Map.of("MD", other.path("md").asText(), "PaRes", paRes))
                        .status())
                .isEqualTo(303);
        assertThat(CardOrders.status(sandbox, "100005")
                        .json()
                        .at("/transaction/statusName")
                        .asText())
                .isEqualTo("CHARGE");
        assertThat(answer(secure, "000002").body())
                .as("three wrong codes are enough, not " + code)
                .contains("PaRes");
    }

    private JsonNode challenge(String invoice) {
        Map<String, Object> body = new HashMap<>(CardOrders.of(CardOrders.withThreeDs(sandbox), invoice, Map.of()));
        body.put("backLink", "https://shop.example/ok");
        body.put("failureBackLink", "https://shop.example/sorry");
        return CardOrders.pay(sandbox, body).json();
    }

    private Answer open(JsonNode secure) {
        return sandbox.postForm(
                secure.path("action").asText(),
                "",
                Map.of(
                        "MD", secure.path("md").asText(),
                        "PaReq", secure.path("paReq").asText(),
                        "TermUrl", secure.path("termURL").asText()));
    }

    private Answer answer(JsonNode secure, String code) {
        return sandbox.postForm(
                secure.path("action").asText() + "/answer",
                "",
                Map.of("TermUrl", secure.path("termURL").asText(), "code", code, "act", "confirm"));
    }

    @Test
    void saved_cards_pay_and_those_that_were_given_up_do_not() {
        String kept = verify("100006", "customer-1").text("cardID");
        String given = verify("100007", "customer-2").text("cardID");
        sandbox.post(sandbox.base() + "/card/deactivate/" + given, sandbox.token(Map.of()), "application/json", "");

        restart();

        assertThat(sandbox.get(sandbox.base() + "/cards/customer-1", sandbox.token(Map.of()))
                        .body())
                .contains(kept);
        assertThat(byCard("100008", kept).status()).isEqualTo(200);
        assertThat(byCard("100009", given).status()).isEqualTo(400);
    }

    private Answer verify(String invoice, String account) {
        return sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                sandbox.token(Map.of("invoiceID", invoice, "amount", "0", "currency", "USD")),
                CardOrders.of(
                        CardOrders.good(sandbox),
                        invoice,
                        Map.of("currency", "USD", "amount", 0, "accountId", account, "cardSave", true)));
    }

    private Answer byCard(String invoice, String card) {
        Map<String, Object> body = new HashMap<>(CardOrders.of("", invoice, Map.of()));
        body.remove("cryptogram");
        body.putAll(Map.of(
                "terminalId",
                EpaySandbox.TERMINAL,
                "paymentType",
                "cardId",
                "recurrent",
                true,
                "cardId",
                Map.of("id", card)));
        return sandbox.postJson(sandbox.base() + "/payments/cards/auth", sandbox.invoiceToken(invoice, "100"), body);
    }

    @Test
    void links_and_open_pages_lead_where_they_led() {
        String followed = link("100010");
        String page = location(followed);
        String unfollowed = link("100011");
        String checkouts = control("/checkouts");

        restart();

        assertThat(control("/checkouts")).isEqualTo(checkouts);
        assertThat(pay(page).text("state")).isEqualTo("paid");
        assertThat(pay(location(unfollowed)).text("state")).isEqualTo("paid");
    }

    private String link(String invoice) {
        return sandbox.postJson(
                        sandbox.base() + "/invoice",
                        sandbox.token(Map.of()),
                        Map.of(
                                "shop_id", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4",
                                "invoice_id", invoice,
                                "amount", 250,
                                "currency", "KZT",
                                "description", "page"))
                .text("invoice_url");
    }

    private String location(String url) {
        return sandbox.get(url, "none").raw().headers().firstValue("Location").orElse("");
    }

    private Answer pay(String page) {
        return sandbox.postJson(
                page + "/card",
                "",
                Map.of("cryptogram", sandbox.cryptogram(CardOrders.GOOD, "0127", "321"), "name", "AIBEK"));
    }

    private Map<String, Object> good(String invoice) {
        return new HashMap<>(CardOrders.body(sandbox, invoice, "100", CardOrders.GOOD));
    }

    private String control(String path) {
        return sandbox.get(sandbox.control(path), "x").body();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
