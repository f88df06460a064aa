package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.faults.Pace;
import kz.paysandbox.emulator.core.settings.Complaint;
import org.junit.jupiter.api.Test;

class FaultShapeTest {

    private static final AnswerCode STATUS = new AnswerCode("statusCode", "status-code", -999, 999, "A code");

    private final FaultShape shape = new FaultShape(List.of(STATUS), false, rule -> Optional.empty());
    private final Mistakes mistakes = new Mistakes();

    @Test
    void every_word_has_its_effect() {
        assertThat(effect(Map.of("statusCode", -999))).isEqualTo(Effect.of(new CodeAnswer(STATUS, -999)));
        assertThat(effect(Map.of("http", 503))).isEqualTo(Effect.of(new CodeAnswer(AnswerCode.HTTP, 503)));
        assertThat(effect(Map.of("drop", "before"))).isEqualTo(Effect.of(new LossBefore()));
        assertThat(effect(Map.of("drop", "after"))).isEqualTo(Effect.of(new LossAfter()));
        assertThat(effect(Map.of("reset", true))).isEqualTo(Effect.of(new SpoiltAnswer(Damage.RESET)));
        assertThat(effect(Map.of("body", "html"))).isEqualTo(Effect.of(new SpoiltAnswer(Damage.HTML)));
        assertThat(effect(Map.of("replace", Map.of("A", 1))))
                .isEqualTo(Effect.of(new MemberReplacement(Map.of("A", "1"))));
        assertThat(effect(Map.of("handshake", "refuse"))).isEqualTo(Effect.of(new HandshakeRefusal()));
        assertThat(effect(Map.of("delay", "PT2S", "slow", Map.of("bytesPerSecond", 7))))
                .isEqualTo(new Effect(new Pace(Duration.ofSeconds(2), 7), new Consequence.PlainAnswer()));
    }

    @Test
    void what_is_matched_is_read_whole() {
        FaultRule rule = shape.rule(
                        InputNode.of(Map.of(
                                "name",
                                "mine",
                                "times",
                                3,
                                "when",
                                Map.of(
                                        "endpoint",
                                        "r1 *",
                                        "bin",
                                        "1",
                                        "deviceToken",
                                        "d",
                                        "amount",
                                        new BigDecimal("1.5"),
                                        "phone",
                                        "7",
                                        "header",
                                        Map.of("H", "v"),
                                        "certificate",
                                        "c",
                                        "nth",
                                        2,
                                        "share",
                                        new BigDecimal("0.5")),
                                "then",
                                Map.of("http", 500))),
                        mistakes)
                .orElseThrow();
        assertThat(rule)
                .isEqualTo(new FaultRule(
                        "mine",
                        new Match(
                                "r1 *",
                                Optional.of("1"),
                                Optional.of("d"),
                                Optional.of(new BigDecimal("1.5")),
                                Optional.of("7"),
                                Map.of("H", "v"),
                                Optional.of("c"),
                                new Match.Part(Optional.of(2), Optional.of(0.5))),
                        Effect.of(new CodeAnswer(AnswerCode.HTTP, 500)),
                        Optional.of(3)));
    }

    @Test
    void where_nothing_is_said_every_call_is_met_always() {
        FaultRule rule = shape.rule(InputNode.of(Map.of("then", Map.of("http", 500))), mistakes)
                .orElseThrow();
        assertThat(rule.when()).isEqualTo(Match.ANY);
        assertThat(rule.name()).isEmpty();
        assertThat(rule.times()).isEmpty();
    }

    @Test
    void nonsense_is_refused_with_the_reason() {
        assertThat(refusal(Map.of("then", Map.of("reset", true, "body", "html"))))
                .contains("exclude each other");
        assertThat(refusal(Map.of("then", Map.of("reset", false)))).contains("must say what happens");
        assertThat(refusal(Map.of("then", Map.of()))).contains("`then` must say what happens, as http: 503");
        assertThat(refusal(Map.of())).contains("then is missing");
        assertThat(refusal(Map.of("then", Map.of("http", 199)))).contains("then.http must be");
        assertThat(refusal(Map.of("then", Map.of("body", "reset")))).contains("one of truncated, malformed");
    }

    @Test
    void a_scenario_must_say_which_calls_it_means() {
        FaultShape strict = new FaultShape(List.of(), true, rule -> Optional.empty());
        strict.rule(InputNode.of(Map.of("when", Map.of(), "then", Map.of("http", 500))), mistakes);
        strict.rule(InputNode.of(Map.of("then", Map.of("statusCode", 5))), mistakes);
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .anyMatch(words -> words.startsWith("when: endpoint is missing"))
                .anyMatch(words -> words.startsWith("when is missing"))
                .anyMatch(words -> words.startsWith("then: unknown key statusCode"));
        assertThat(strict.schema()).containsEntry("required", List.of("when", "then"));
        assertThat(shape.schema()).containsEntry("required", List.of("then"));
    }

    @Test
    void a_rule_that_could_never_happen_is_refused() {
        FaultShape never =
                new FaultShape(List.of(), false, rule -> Optional.of(new Complaint("never", Optional.of("ever"))));
        assertThat(never.read(InputNode.of(Map.of("then", Map.of("http", 500))), mistakes))
                .isEqualTo(Map.of());
        assertThat(mistakes.all())
                .containsExactly(new Mistake(new Place.InObject(""), new Complaint("never", Optional.of("ever"))));
    }

    private Effect effect(Map<String, Object> then) {
        Object rule = shape.read(InputNode.of(Map.of("then", then)), mistakes);
        assertThat(mistakes.all()).isEmpty();
        return ((FaultRule) rule).then();
    }

    private String refusal(Map<String, Object> fault) {
        Mistakes own = new Mistakes();
        assertThat(shape.rule(InputNode.of(fault), own)).isEmpty();
        return own.finish("").refusal().orElseThrow().detail();
    }
}
