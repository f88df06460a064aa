package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SandboxClockTest {

    private static final Instant START = Instant.parse("2026-01-05T09:00:00.123Z");
    private final TestClock machine = new TestClock(START);

    @Test
    void a_real_clock_runs_with_the_machine_in_whole_milliseconds() {
        SandboxClock clock = SandboxClock.real(machine);
        machine.move(Duration.ofNanos(1_999_999));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
        assertThat(clock.mode()).isEqualTo(SandboxClock.Mode.REAL);
    }

    @Test
    void a_step_of_a_real_clock_stays_as_its_lead() {
        SandboxClock clock = SandboxClock.real(machine);
        clock.step(Duration.ofHours(1));
        clock.step(Duration.ofHours(1));
        machine.move(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)).plusSeconds(1));
        assertThat(clock.mode()).isEqualTo(SandboxClock.Mode.REAL);
    }

    @Test
    void a_frozen_clock_moves_by_steps_alone() {
        SandboxClock clock = SandboxClock.frozen(machine, Instant.EPOCH);
        machine.move(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.step(Duration.ofSeconds(5));
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(5));
        assertThat(clock.mode()).isEqualTo(SandboxClock.Mode.FROZEN);
    }

    @Test
    void freezing_forgets_the_lead() {
        SandboxClock clock = SandboxClock.real(machine);
        clock.step(Duration.ofHours(1));
        clock.freeze(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.mode()).isEqualTo(SandboxClock.Mode.FROZEN);
    }

    @Test
    void running_again_takes_the_machine_s_time_and_forgets_all_steps() {
        SandboxClock clock = SandboxClock.real(machine);
        clock.step(Duration.ofHours(1));
        clock.run();
        assertThat(clock.instant()).isEqualTo(START);
        clock.freeze(Instant.EPOCH);
        clock.run();
        machine.move(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
        assertThat(clock.mode()).isEqualTo(SandboxClock.Mode.REAL);
    }
}
