package kz.paysandbox.emulator.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A timeline whose alarm, parts and machine time are seen by the test, and that waits for nobody. */
final class TimelineFixture {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    final TestClock machine = new TestClock(NOON);
    final SandboxClock clock;
    final List<Duration> alarms = new ArrayList<>();
    final List<Duration> calledOff = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final SeenPart part = new SeenPart();
    final Timeline timeline;
    Runnable alarmed = () -> {};

    TimelineFixture(SandboxClock.Mode mode) {
        clock = mode == SandboxClock.Mode.REAL ? SandboxClock.real(machine) : SandboxClock.frozen(machine, NOON);
        Alarm alarm = (delay, task) -> {
            alarms.add(delay);
            alarmed = task;
            return () -> calledOff.add(delay);
        };
        timeline = new Timeline(clock, new TaskQueue(10), alarm, () -> List.of(part), Duration.ZERO);
    }

    /** Writes down the clock's time when it runs. */
    boolean note(int seconds, String what) {
        return at(seconds, what, () -> {
            done.add(what + "@" + Duration.between(NOON, clock.instant()).toSeconds());
            return CompletableFuture.completedStage(what);
        });
    }

    boolean at(int seconds, String what, Supplier<CompletionStage<?>> task) {
        return timeline.at(NOON.plusSeconds(seconds), what, "id", task);
    }

    static DueEvent fired(int seconds, String what) {
        return DueEvent.done(NOON.plusSeconds(seconds), what, "id");
    }

    /** Remembers what it was asked, and says that something lapsed at the instants it was given. */
    static final class SeenPart implements WorldPart {

        final List<String> asked = new ArrayList<>();
        final List<DueEvent> lapses = new ArrayList<>();

        @Override
        public List<DueEvent> lapsed(Instant after, Instant until) {
            asked.add("lapsed " + seconds(after) + ".." + seconds(until));
            return lapses;
        }

        @Override
        public void settle(Instant until) {
            asked.add("settle " + seconds(until));
        }

        private static long seconds(Instant instant) {
            return Duration.between(NOON, instant).toSeconds();
        }
    }
}
