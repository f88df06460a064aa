package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectDraftTest {

    private static final AnswerCode STATUS = new AnswerCode("statusCode", "status-code", -999, 999, "a code of a bank");
    private static final MemberReplacement REPLACED = new MemberReplacement(Map.of("Status", "Odd"));

    static Stream<Consequence> consequences() {
        return Stream.of(
                new CodeAnswer(AnswerCode.HTTP, 503),
                new CodeAnswer(STATUS, 1),
                new LossBefore(),
                new LossAfter(),
                new SpoiltAnswer(Damage.HTML),
                REPLACED,
                new HandshakeRefusal());
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void one_thing_becomes_of_a_call(Consequence consequence) {
        assertThat(new EffectDraft().consequence("x", consequence).effect()).isEqualTo(Effect.of(consequence));
        consequences()
                .filter(other -> !isSpoiltAnswer(consequence, other) && !isSpoiltAnswer(other, consequence))
                .forEach(other -> assertThat(new EffectDraft()
                                .consequence("first", consequence)
                                .consequence("second", other)
                                .refusal())
                        .contains("then: one thing becomes of a call, and first (" + consequence.about()
                                + ") and second (" + other.about() + ") exclude each other"));
    }

    private static boolean isSpoiltAnswer(Consequence answer, Consequence damage) {
        return answer instanceof CodeAnswer && damage instanceof SpoiltAnswer;
    }

    @Test
    void what_is_answered_instead_can_be_spoilt_where_there_is_something_to_spoil() {
        CodeAnswer refusal = new CodeAnswer(STATUS, 1);
        CodeAnswer bare = new CodeAnswer(AnswerCode.HTTP, 502);
        for (Damage damage : Damage.values()) {
            SpoiltAnswer spoilt = new SpoiltAnswer(damage);
            Effect effect = new EffectDraft()
                    .consequence("body", spoilt)
                    .consequence("statusCode", refusal)
                    .effect();
            assertThat(effect.answer()).contains(refusal);
            assertThat(effect.damage()).contains(damage);
            assertThat(effect.consequence().deliversAnswer()).isFalse();
            boolean page = damage == Damage.HTML || damage == Damage.MALFORMED;
            assertThat(new EffectDraft()
                            .consequence("http", bare)
                            .consequence("body", spoilt)
                            .refusal()
                            .isEmpty())
                    .isEqualTo(page);
        }
        assertThat(Effect.of(refusal).damage()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void every_call_can_be_held_back_but_one_that_there_is_not(Consequence consequence) {
        var draft = new EffectDraft().delay(Duration.ofSeconds(2)).consequence("x", consequence);
        if (consequence instanceof HandshakeRefusal) {
            assertThat(draft.refusal())
                    .contains("then: x: there is no call that delay could hold back where the connection is refused"
                            + " before there is a call");
        } else {
            assertThat(draft.effect()).isEqualTo(new Effect(new Pace(Duration.ofSeconds(2), 0), consequence));
        }
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void only_a_whole_answer_is_written_slowly(Consequence consequence) {
        var draft = new EffectDraft().slow(5).consequence("x", consequence);
        boolean whole = consequence.equals(REPLACED) || consequence.equals(new CodeAnswer(STATUS, 1));
        if (whole) {
            assertThat(draft.effect()).isEqualTo(new Effect(new Pace(Duration.ZERO, 5), consequence));
        } else {
            assertThat(draft.refusal().orElse("")).startsWith("then: x: slow writes a whole answer");
            assertThatThrownBy(draft::effect).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_pace_alone_is_an_effect_and_nothing_is_none() {
        assertThat(new EffectDraft().slow(5).delay(Duration.ofMillis(1)).effect())
                .isEqualTo(new Effect(new Pace(Duration.ofMillis(1), 5), new Consequence.PlainAnswer()));
        assertThat(new EffectDraft().delay(Duration.ZERO).refusal()).contains("then must say what happens");
    }
}
