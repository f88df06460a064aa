package kz.paysandbox.emulator.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ElapsedTimeTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long nanos = -5 * SECOND;
    private Instant machine = Instant.parse("2026-05-01T10:00:00Z");
    private final ElapsedTime time = new ElapsedTime(() -> nanos, () -> machine);

    private void passes(long nanosSeconds, long machineSeconds) {
        nanos += nanosSeconds * SECOND;
        machine = machine.plusSeconds(machineSeconds);
    }

    @Test
    void it_goes_with_the_jvms_clock() {
        long before = time.getAsLong();
        passes(3, 3);
        assertThat(time.getAsLong() - before).isEqualTo(3 * SECOND);
    }

    @Test
    void what_the_machine_has_slept_has_passed() {
        long before = time.getAsLong();
        passes(1, 61);
        assertThat(time.getAsLong() - before).isEqualTo(61 * SECOND);
        passes(2, 2);
        assertThat(time.getAsLong() - before).isEqualTo(63 * SECOND);
    }

    @Test
    void a_clock_that_is_put_back_takes_nothing_back() {
        passes(1, 61);
        long before = time.getAsLong();
        passes(2, -3_600);
        assertThat(time.getAsLong() - before).isEqualTo(2 * SECOND);
        passes(1, 601);
        assertThat(time.getAsLong() - before).isEqualTo(603 * SECOND);
    }
}
