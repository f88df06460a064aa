package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Effect.Answer;
import kz.paysandbox.emulator.core.faults.Effect.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultCatalogueTest {

    @Test
    void every_name_that_is_listed_is_found() {
        FaultCatalogue.names()
                .keySet()
                .forEach(name -> assertThat(FaultCatalogue.find(name.replace("=N", "=404")))
                        .as(name)
                        .isPresent());
    }

    @Test
    void a_name_does_what_it_says() {
        assertThat(find("drop-before").answer()).contains(new Answer(Answer.Kind.DROP, 0));
        assertThat(find("drop-after").ending()).isEqualTo(Ending.DROPPED);
        assertThat(find("reset").ending()).isEqualTo(Ending.RESET);
        assertThat(find("html").ending()).isEqualTo(Ending.HTML);
        assertThat(find("slow").bytesPerSecond()).isEqualTo(20);
        assertThat(find("delay-2s").delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(find("delay-30s").delay()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void codes_are_given_with_the_name() {
        assertThat(find("status-code=-99000006").answer()).contains(new Answer(Answer.Kind.STATUS_CODE, -99000006));
        assertThat(find("reason-code=484").answer()).contains(new Answer(Answer.Kind.REASON_CODE, 484));
        assertThat(find("http=200").answer()).contains(new Answer(Answer.Kind.HTTP, 200));
        assertThat(find("http=599").answer()).contains(new Answer(Answer.Kind.HTTP, 599));
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
                "status-code=1e3"
            })
    void what_is_no_name_is_nothing(String name) {
        assertThat(FaultCatalogue.find(name)).isEmpty();
    }

    private static Effect find(String name) {
        Optional<Effect> effect = FaultCatalogue.find(name);
        assertThat(effect).as(name).isPresent();
        return effect.orElseThrow();
    }
}
