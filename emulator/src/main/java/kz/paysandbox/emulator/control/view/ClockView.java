package kz.paysandbox.emulator.control.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.World;

/**
 * A world's clock.
 *
 * @param mode {@code real} or {@code frozen}
 * @param fired what happened because its time came, in order
 * @param next what falls due next if nobody acts, in order; absent where it was not asked for
 */
public record ClockView(Instant now, String mode, List<DueEventView> fired, Optional<List<DueEventView>> next) {

    /**
     * Something whose time came.
     *
     * @param pending absent where it is over
     */
    public record DueEventView(Instant at, String what, String id, Optional<Boolean> pending) {

        static DueEventView of(DueEvent fired) {
            return new DueEventView(
                    fired.at(), fired.what(), fired.id(), fired.pending() ? Optional.of(true) : Optional.empty());
        }
    }

    public static ClockView of(World world, List<DueEvent> fired) {
        return of(world, fired, Optional.empty());
    }

    /** With what comes. */
    public static ClockView upcoming(World world, List<DueEvent> next) {
        return of(world, List.of(), Optional.of(next));
    }

    private static ClockView of(World world, List<DueEvent> fired, Optional<List<DueEvent>> next) {
        return new ClockView(
                world.now(),
                world.clock().mode().name().toLowerCase(Locale.ROOT),
                views(fired),
                next.map(ClockView::views));
    }

    private static List<DueEventView> views(List<DueEvent> events) {
        return events.stream().map(DueEventView::of).toList();
    }
}
