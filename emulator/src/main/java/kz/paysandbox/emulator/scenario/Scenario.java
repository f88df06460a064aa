package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A failure that can be played.
 *
 * @param name unique in its library
 * @param bank the name of the bank whose calls it is about, or {@code any}
 * @param correct what a correct integration does
 * @param opening what is done at once, in order: the customer, callbacks, faults
 * @param timeline what is done later, by time
 */
public record Scenario(
        String name, String bank, Title title, String correct, Start start, List<Act> opening, List<Step> timeline) {

    /** One line for people. */
    public record Title(String en, String ru) {}

    /**
     * What the world must be like; a clock or a seed makes it start anew.
     *
     * @param clock the instant it stands at
     * @param ahead how far the world's clock runs ahead of where it was
     */
    public record Start(Optional<Instant> clock, Optional<Long> seed, Duration ahead) {

        /** Whether the world must start anew. */
        public boolean isFresh() {
            return clock.isPresent() || seed.isPresent();
        }
    }

    public Scenario {
        opening = List.copyOf(opening);
        timeline = List.copyOf(timeline);
    }
}
