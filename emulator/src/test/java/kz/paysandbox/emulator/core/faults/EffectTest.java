package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Consequence.PlainAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import org.junit.jupiter.api.Test;

class EffectTest {

    private static final CodeAnswer BUSY = new CodeAnswer(AnswerCode.HTTP, 503);

    @Test
    void nonsense_cannot_be_made() {
        assertThatThrownBy(() -> new Effect(new Pace(Duration.ZERO, 1), new LossAfter()))
                .hasMessageContaining("slow writes a whole answer");
        assertThatThrownBy(() -> new Effect(new Pace(Duration.ofSeconds(1), 0), new HandshakeRefusal()))
                .hasMessageContaining("no call");
        assertThatThrownBy(() -> new CodeAnswer(AnswerCode.HTTP, 199)).hasMessage("http has no 199");
        assertThatThrownBy(() -> new CodeAnswer(AnswerCode.HTTP, 600)).hasMessage("http has no 600");
        assertThatThrownBy(() -> new MemberReplacement(Map.of())).hasMessage("nothing is replaced");
        assertThatThrownBy(() -> new Pace(Duration.ofSeconds(-1), 0)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> new Pace(Duration.ZERO, -1)).hasMessageContaining("not negative");
    }

    @Test
    void an_effect_says_what_is_answered_and_whether_there_is_a_call() {
        assertThat(Effect.of(BUSY).answer()).contains(BUSY);
        assertThat(Effect.of(new LossBefore()).answer()).isEmpty();
        assertThat(Effect.of(new HandshakeRefusal()).refusesHandshake()).isTrue();
        assertThat(Effect.NONE.refusesHandshake()).isFalse();
        assertThat(Effect.slow(7).pace()).isEqualTo(new Pace(Duration.ZERO, 7));
        assertThat(Effect.delayed(Duration.ofSeconds(7)).pace()).isEqualTo(new Pace(Duration.ofSeconds(7), 0));
    }

    @Test
    void an_answer_is_delivered_where_it_is_whole_and_the_sandboxs_own() {
        assertThat(new PlainAnswer().deliversAnswer()).isTrue();
        assertThat(BUSY.deliversAnswer()).isTrue();
        assertThat(new LossBefore().deliversAnswer()).isFalse();
        assertThat(new LossAfter().deliversAnswer()).isFalse();
        assertThat(new MemberReplacement(Map.of("Status", "Odd")).deliversAnswer())
                .isFalse();
        assertThat(Arrays.stream(Damage.values()).map(SpoiltAnswer::new)).noneMatch(SpoiltAnswer::deliversAnswer);
    }

    @Test
    void every_consequence_says_what_it_is() {
        assertThat(new PlainAnswer().about()).isEqualTo("applied and answered");
        assertThat(BUSY.about()).isEqualTo("answered instead, nothing applied");
        assertThat(new SpoiltAnswer(Damage.EMPTY).about()).isEqualTo("applied, the answer has no body");
        assertThat(new MemberReplacement(Map.of("Status", "Odd")).about()).contains("replaced");
        assertThat(Damage.TRUNCATED.word()).isEqualTo("truncated");
    }
}
