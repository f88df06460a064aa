package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients in production send is answered at every level but strict; what is said about it differs. */
class TolerantReadingTest {

    @RegisterExtension
    static final Sandbox LENIENT = Sandbox.with("level", "lenient");

    @RegisterExtension
    static final Sandbox DOCUMENTED = Sandbox.with();

    @RegisterExtension
    static final Sandbox STRICT = Sandbox.with("level", "strict");

    /** A habit of clients, and the rule of the document that it breaks. */
    enum Habit {
        NO_REQUEST_ID("kaspi.request-id.missing", "qr/create", body("\"DeviceToken\"", "200")),
        BLANK_REQUEST_ID("kaspi.request-id.missing", "qr/create", body("\"DeviceToken\"", "200")),
        TRAILING_SLASH("kaspi.path.trailing-slash", "qr/create/", body("\"DeviceToken\"", "200")),
        OTHER_CASE("kaspi.key.spelling", "qr/create", body("\"DEVICEtoken\"", "200")),
        NUMBER_AS_STRING("kaspi.value.type", "qr/create", body("\"DeviceToken\"", "\"200.00\"")),
        OTHER_CONTENT_TYPE("kaspi.content-type", "qr/create", body("\"DeviceToken\"", "200"));

        private final String rule;
        private final String path;
        private final String json;

        Habit(String rule, String path, String json) {
            this.rule = rule;
            this.path = path;
            this.json = json;
        }

        private static String body(String deviceKey, String amount) {
            return "{" + deviceKey + ":\"" + Bank.DEVICE + "\",\"Amount\":" + amount + "}";
        }

        private Answer send(Bank bank) {
            Map<String, String> headers = new HashMap<>(bank.headers());
            switch (this) {
                case NO_REQUEST_ID -> headers.remove("X-Request-ID");
                case BLANK_REQUEST_ID -> headers.put("X-Request-ID", " ");
                case OTHER_CONTENT_TYPE -> headers.put("Content-Type", "text/plain");
                case TRAILING_SLASH, OTHER_CASE, NUMBER_AS_STRING -> {}
            }
            return bank.send("POST", "/r1/v01/" + path, headers, Optional.of(json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lenient_answers_and_says_nothing(Habit habit) {
        TestWorld world = LENIENT.world();

        assertThat(habit.send(world.bank("r1")).code()).isZero();

        assertThat(world.control().findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void documented_answers_and_records_a_finding(Habit habit) {
        TestWorld world = DOCUMENTED.world();

        assertThat(habit.send(world.bank("r1")).code()).isZero();

        assertThat(world.control().findings()).containsExactly(habit.rule);
        assertThat(world.control()
                        .get("/findings?rule=" + habit.rule)
                        .json()
                        .path(0)
                        .path("clause")
                        .asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void strict_refuses_and_names_the_rule(Habit habit) {
        TestWorld world = STRICT.world();

        Answer refused = habit.send(world.bank("r1")).expect(400);

        assertThat(refused.code()).isEqualTo(-400);
        assertThat(refused.message()).contains(habit.rule);
        assertThat(world.control().findings()).isEqualTo(List.of(habit.rule));
        assertThat(world.control().get("/payments").json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.0", "%s.00", "%se0", "+%s", "0%s", "%%20%s", "%s%%20"})
    void an_id_that_went_through_a_float_or_a_form_is_noticed(String notation) {
        TestWorld documented = DOCUMENTED.world();
        long payment = documented.bank("r1").qr(1);

        assertThat(documented
                        .bank("r1")
                        .get("payment/status/" + notation.formatted(payment))
                        .code())
                .isZero();
        assertThat(documented.control().findings()).containsExactly("kaspi.value.notation");

        TestWorld strict = STRICT.world();
        long strictly = strict.bank("r1").qr(1);
        assertThat(strict.bank("r1")
                        .get("payment/status/" + notation.formatted(strictly))
                        .expect(400)
                        .message())
                .contains("kaspi.value.notation");
    }

    @Test
    void a_trade_point_with_a_fraction_is_noticed() {
        TestWorld world = DOCUMENTED.world();

        world.bank("r1").post("device/register", """
                        {"DeviceId":"K-1","TradePointId":1.0}""").data();

        assertThat(world.control().findings()).containsExactly("kaspi.value.notation");
    }
}
