package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerChangeTest {

    @Test
    void what_is_not_named_stays() {
        CustomerMode present = new CustomerMode(CustomerMode.Habit.PAYS, Duration.ofSeconds(7), Duration.ofSeconds(8));
        assertThat(new CustomerChange(Optional.empty(), Optional.empty(), Optional.empty()).appliedTo(present))
                .isEqualTo(present);
    }

    @Test
    void what_is_named_changes() {
        CustomerMode changed = new CustomerChange(
                        Optional.of(CustomerMode.Habit.IGNORES),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(Duration.ofSeconds(2)))
                .appliedTo(CustomerMode.MANUAL);
        assertThat(changed)
                .isEqualTo(new CustomerMode(CustomerMode.Habit.IGNORES, Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }
}
