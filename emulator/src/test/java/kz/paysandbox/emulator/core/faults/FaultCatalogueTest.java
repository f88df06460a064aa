package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultCatalogueTest {

    private static final AnswerCode STATUS = new AnswerCode("statusCode", "status-code", -99, 404, "a code of a bank");

    private final FaultCatalogue catalogue = new FaultCatalogue(List.of(STATUS));

    @Test
    void every_name_that_is_listed_is_found() {
        assertThat(catalogue.names())
                .hasSize(12)
                .containsEntry("status-code=N", "a code of a bank")
                .containsEntry("slow", "applied, the answer drips at 20 bytes a second")
                .containsEntry("delay-30s", "answered after 30 seconds")
                .containsEntry("drop-before", "the connection is closed, nothing applied")
                .containsEntry("html", "applied, a proxy's page in place of the answer");
        catalogue
                .names()
                .keySet()
                .forEach(name -> assertThat(catalogue.find(name.replace("=N", "=404")))
                        .as(name)
                        .isPresent());
    }

    @Test
    void a_name_does_what_it_says() {
        assertThat(find("drop-before")).isEqualTo(Effect.of(new LossBefore()));
        assertThat(find("drop-after")).isEqualTo(Effect.of(new LossAfter()));
        assertThat(find("reset")).isEqualTo(Effect.of(new SpoiltAnswer(Damage.RESET)));
        assertThat(find("html")).isEqualTo(Effect.of(new SpoiltAnswer(Damage.HTML)));
        assertThat(find("slow")).isEqualTo(Effect.slow(20));
        assertThat(find("delay-2s")).isEqualTo(Effect.delayed(Duration.ofSeconds(2)));
        assertThat(find("delay-30s")).isEqualTo(Effect.delayed(Duration.ofSeconds(30)));
    }

    @Test
    void codes_are_given_with_the_name() {
        assertThat(find("status-code=-99").answer()).contains(new CodeAnswer(STATUS, -99));
        assertThat(find("http=200").answer()).contains(new CodeAnswer(AnswerCode.HTTP, 200));
        assertThat(find("http=599").answer()).contains(new CodeAnswer(AnswerCode.HTTP, 599));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "whole",
                "dropped",
                "http=",
                "http=199",
                "http=600",
                "http=x",
                "=1",
                "code=1",
                "status-code=1e3",
                "status-code=-100",
                "status-code=405",
                "reason-code=4"
            })
    void what_is_no_name_is_nothing(String name) {
        assertThat(catalogue.find(name)).isEmpty();
    }

    private Effect find(String name) {
        Optional<Effect> effect = catalogue.find(name);
        assertThat(effect).as(name).isPresent();
        return effect.orElseThrow();
    }
}
