package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void the_usual_pauses_are_those_of_the_contract_and_the_last_one_stays() {
        assertThat(List.of(0, 1, 2, 3, 4, 5, 100))
                .extracting(Backoff.USUAL::after)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofHours(6),
                        Duration.ofHours(6));
        assertThat(Backoff.USUAL.after(-1)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_backoff_has_pauses() {
        assertThatThrownBy(() -> new Backoff(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(List.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(List.of(Duration.ofMillis(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_doubled_pause_grows_up_to_the_longest() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(List.of(0, 1, 2, 3, 4, 1_000_000))
                .extracting(failures -> Backoff.doubled(Duration.ofSeconds(5), failures, minute))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        minute,
                        minute);
        assertThat(Backoff.doubled(Duration.ofMinutes(2), 0, minute)).isEqualTo(minute);
        assertThat(Backoff.doubled(minute, 0, minute)).isEqualTo(minute);
    }
}
