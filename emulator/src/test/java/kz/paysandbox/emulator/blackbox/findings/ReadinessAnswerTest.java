package kz.paysandbox.emulator.blackbox.findings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The verdict whether an integration is ready, as its calls make it. */
class ReadinessAnswerTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world().freeze("2026-05-01T10:00:00Z");

    @Test
    void before_the_first_call_nothing_is_known_of_any_rule() {
        JsonNode readiness = readiness("");

        assertThat(readiness.path("verdict").asText()).isEqualTo("not-known");
        assertThat(readiness.path("uses")).isEmpty();
        assertThat(StreamSupport.stream(readiness.path("rules").spliterator(), false))
                .extracting(rule -> rule.path("verdict").asText())
                .containsOnly("not-exercised");
        JsonNode rule = rule(readiness, "epay.refund.blind-retry");
        assertThat(rule.path("exercise").asText()).contains("drop-after");
        assertThat(rule.path("exercise_ru").asText()).contains("drop-after", "возврат");
        assertThat(rule.path("correct_ru").asText()).contains("страница возврата");
    }

    @Test
    void a_purchase_exercises_some_rules_and_leaves_others() {
        Bank bank = world.bank("r1");
        long payment = bank.qr(100);
        bank.status(payment);
        JsonNode readiness = readiness("");

        assertThat(readiness.path("uses")).extracting(JsonNode::asText).containsExactly("r1");
        assertThat(verdict(readiness, "kaspi.request-id.missing")).isEqualTo("pass");
        assertThat(rule(readiness, "kaspi.request-id.missing").path("exercised").asLong())
                .isEqualTo(2);
        assertThat(verdict(readiness, "kaspi.poll.too-fast")).isEqualTo("not-exercised");
        assertThat(rule(readiness, "kaspi.refund.unasked").isMissingNode()).isTrue();
        assertThat(readiness.path("verdict").asText()).isEqualTo("not-known");

        bank.status(payment);
        JsonNode tooFast = rule(readiness(""), "kaspi.poll.too-fast");
        assertThat(tooFast.path("verdict").asText()).isEqualTo("warn");
        assertThat(tooFast.path("evidence").toString()).isEqualTo("[2,3]");
    }

    @Test
    void a_rule_broken_at_the_risk_of_money_fails_and_a_reset_forgets_it() {
        Bank bank = world.bank("r3");
        bank.post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", 100, "OrganizationBin", "990340000013"));

        assertThat(readiness("").path("verdict").asText()).isEqualTo("not-ready");
        assertThat(verdict(readiness(""), "kaspi.device.wrong-bin")).isEqualTo("fail");
        assertThat(readiness("?uses=epay").path("verdict").asText()).isEqualTo("not-known");

        world.control().post("/reset", "").expect(200);
        assertThat(readiness("").path("verdict").asText()).isEqualTo("not-known");
    }

    @Test
    void what_was_counted_outlives_the_journal_and_goes_with_the_findings() {
        world.bank("r1").tradePoints();
        world.control().delete("/requests").expect(204);
        assertThat(verdict(readiness(""), "kaspi.request-id.missing")).isEqualTo("pass");

        world.control().delete("/findings").expect(204);
        assertThat(verdict(readiness(""), "kaspi.request-id.missing")).isEqualTo("not-exercised");
    }

    @Test
    void what_is_said_once_of_a_certificate_is_said_again_in_the_next_run() {
        Bank bank = world.bank("r2");
        world.freeze("2031-04-20T00:00:00Z");
        bank.tradePoints();
        world.control().delete("/findings").expect(204);
        bank.tradePoints();
        bank.tradePoints();

        JsonNode rule = rule(readiness(""), "kaspi.certificate.expires-soon");
        assertThat(rule.path("verdict").asText()).isEqualTo("warn");
        assertThat(rule.path("evidence").toString()).isEqualTo("[2]");
    }

    @Test
    void an_answer_that_is_lost_puts_the_next_call_to_the_test() {
        Bank bank = world.bank("r3");
        long payment = bank.paid(100);
        bank.giveBack(payment, 10, Map.of()).expect(200);
        assertThat(verdict(readiness(""), "kaspi.refund.blind-retry")).isEqualTo("not-exercised");

        Map<String, String> lost = new HashMap<>(bank.headers());
        lost.put("X-Sandbox-Fault", "empty");
        String body = "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"QrPaymentId\":" + payment
                + ",\"Amount\":20,\"OrganizationBin\":\"" + Bank.BIN + "\"}";
        bank.send("POST", "/r3/v01/payment/return", lost, Optional.of(body.getBytes(UTF_8)));
        assertThat(verdict(readiness(""), "kaspi.refund.blind-retry")).isEqualTo("pass");
    }

    @Test
    void a_product_that_there_is_not_is_refused_with_those_there_are() {
        Answer answer = world.control().get("/readiness?uses=r1,r4");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("r4");
    }

    @Test
    void a_list_of_products_has_no_empty_place() {
        for (String list : List.of(",", "r1,,r3", "r1,")) {
            Answer answer = world.control().get("/readiness?uses=" + list);

            assertThat(answer.status()).as(list).isEqualTo(400);
            assertThat(answer.json().path("detail").asText())
                    .contains("no product between two commas", "r1, r2, r3, epay");
        }
    }

    private JsonNode readiness(String query) {
        return world.control().get("/readiness" + query).expect(200).json();
    }

    private static String verdict(JsonNode readiness, String id) {
        return rule(readiness, id).path("verdict").asText();
    }

    private static JsonNode rule(JsonNode readiness, String id) {
        return StreamSupport.stream(readiness.path("rules").spliterator(), false)
                .filter(rule -> rule.path("id").asText().equals(id))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
