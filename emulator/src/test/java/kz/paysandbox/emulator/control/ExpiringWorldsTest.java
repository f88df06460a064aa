package kz.paysandbox.emulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import org.junit.jupiter.api.Test;

class ExpiringWorldsTest {

    private static final Instant START = Instant.parse("2027-01-15T05:00:00Z");

    /** What was asked to be woken, and not called off. */
    private final class Bell implements Alarm {

        private final List<Wake> waiting = new ArrayList<>();

        @Override
        public Runnable wakeAfter(Duration delay, Runnable task) {
            Wake wake = new Wake(now.plus(delay), task);
            waiting.add(wake);
            return () -> waiting.remove(wake);
        }

        private void pass(Duration time) {
            now = now.plus(time);
            List<Wake> due =
                    waiting.stream().filter(wake -> !wake.at().isAfter(now)).toList();
            waiting.removeAll(due);
            due.forEach(wake -> wake.task().run());
        }
    }

    private record Wake(Instant at, Runnable task) {}

    private Instant now = START;
    private final Bell bell = new Bell();
    private final Worlds worlds = new Worlds(
            () -> now,
            bell,
            10,
            new WorldLimits(10, 10, 10, 10, JournalMemory.unbounded(), ServerMemory.unbounded()),
            List.of());
    private final ExpiringWorlds expiring =
            new ExpiringWorlds(worlds, (name, still) -> worlds.delete(name, still, world -> {}));

    @Test
    void each_is_deleted_when_its_time_is_up_and_no_other() {
        make("main", Optional.empty());
        make("hour", Optional.of(Duration.ofHours(1)));
        make("minute", Optional.of(Duration.ofMinutes(1)));
        make("second", Optional.of(Duration.ofSeconds(1)));
        assertThat(bell.waiting).hasSize(1);

        bell.pass(Duration.ofSeconds(1));
        assertThat(names()).containsExactly("hour", "main", "minute");
        bell.pass(Duration.ofSeconds(59));
        assertThat(names()).containsExactly("hour", "main");
        for (int minute = 1; minute < 60; minute++) {
            assertThat(names()).containsExactly("hour", "main");
            bell.pass(Duration.ofMinutes(1));
        }
        assertThat(names()).containsExactly("main");
        assertThat(bell.waiting).isEmpty();
    }

    @Test
    void a_reset_and_another_seed_leave_its_end_as_it_was() {
        make("main", Optional.empty());
        make("short", Optional.of(Duration.ofMinutes(1)));
        assertThat(worlds.reset("short").value()).isPresent();
        assertThat(worlds.restart("short", 9, Optional.empty()).value()).isPresent();

        bell.pass(Duration.ofMinutes(1));

        assertThat(names()).containsExactly("main");
    }

    @Test
    void one_of_the_same_name_that_was_made_since_stays() {
        make("again", Optional.of(Duration.ofMinutes(1)));
        assertThat(worlds.delete("again", world -> {}).value()).isPresent();
        make("again", Optional.empty());

        bell.pass(Duration.ofMinutes(1));

        assertThat(names()).containsExactly("again");
        assertThat(bell.waiting).isEmpty();
    }

    private void make(String name, Optional<Duration> life) {
        WorldSpec.Terms terms = new WorldSpec.Terms(Optional.empty(), life.map(now::plus));
        assertThat(worlds.create(new WorldSpec(name, 1, Optional.empty(), new Credentials(Map.of()), terms))
                        .value())
                .isPresent();
        expiring.plan();
    }

    private List<String> names() {
        return worlds.all().stream().map(World::name).toList();
    }
}
