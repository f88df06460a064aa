package kz.paysandbox.emulator.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.CallbackChange.Order;
import org.junit.jupiter.api.Test;

class CallbackChangeTest {

    @Test
    void orders_are_known_by_their_labels() {
        assertThat(Order.of("in-order")).contains(Order.IN_ORDER);
        assertThat(Order.of("reversed")).contains(Order.REVERSED);
        assertThat(Order.of("sideways")).isEmpty();
        assertThat(Order.REVERSED.label()).isEqualTo("reversed");
    }

    @Test
    void what_is_done_to_the_callers_list_later_changes_nothing() {
        List<Duration> gaps = new ArrayList<>(List.of(Duration.ofMinutes(1)));
        CallbackChange change = new CallbackChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(gaps));
        gaps.clear();
        assertThat(change.retries()).contains(List.of(Duration.ofMinutes(1)));
    }
}
