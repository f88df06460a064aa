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

/** Answers that few clients ever see: a status that cannot be asked for, and a confirmation without a redirect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RareAnswersIT {

    private EpaySandbox sandbox;

    @BeforeAll
    void start() {
        sandbox = EpaySandbox.start(Map.of("epay.confirm", "json"));
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void an_invoice_that_can_be_none_is_result_code103() {
        Answer status =
                sandbox.get(sandbox.base() + "/check-status/payment/transaction/65%200002", sandbox.token(Map.of()));
        assertThat(status.text("resultCode")).isEqualTo("103");
        assertThat(status.text("resultMessage")).isEqualTo("ERROR");
        assertThat(status.json().has("transaction")).isFalse();
    }

    @Test
    void confirming_answers_the_payment_as_json() {
        JsonNode challenged = sandbox.postJson(
                        sandbox.base() + "/payment/cryptopay",
                        sandbox.invoiceToken("650003", "100"),
                        CardOrders.of(
                                CardOrders.withThreeDs(sandbox),
                                "650003",
                                Map.of("description", "json", "backLink", "https://shop.example/ok")))
                .json();
        JsonNode secure = challenged.get("secure3D");
        Answer confirmed = sandbox.postJson(
                sandbox.base() + "/payment/confirm",
                "",
                Map.of("MD", secure.get("md").asText(), "PaRes", paRes(secure)));
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("id")).isEqualTo(challenged.get("id").asText());
        assertThat(confirmed.text("status")).isEqualTo("CHARGE");
        assertThat(confirmed.json().hasNonNull("secure3D")).isFalse();
    }

    /** The customer reads the code on the issuer's page and types it. */
    private String paRes(JsonNode secure) {
        String term = secure.get("termURL").asText();
        Answer page = sandbox.postForm(
                secure.get("action").asText(),
                "",
                Map.of(
                        "MD",
                        secure.get("md").asText(),
                        "PaReq",
                        secure.get("paReq").asText(),
                        "TermUrl",
                        term));
        String code = found(page.body(), "shown-code\">(\\d{6})");
        Answer answer = sandbox.postForm(
                secure.get("action").asText() + "/answer", "", Map.of("TermUrl", term, "code", code, "act", "confirm"));
        return found(answer.body(), "name=\"PaRes\" value=\"([^\"]+)\"");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
