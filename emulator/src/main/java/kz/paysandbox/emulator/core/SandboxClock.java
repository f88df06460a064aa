package kz.paysandbox.emulator.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * One world's time: the machine's in whole milliseconds by default, or frozen, set and advanced at will. Moving it is the {@link Timeline}'s
 * business, which also runs what falls due.
 */
public final class SandboxClock implements InstantSource {

    /** Whether time passes by itself. */
    public enum Mode {
        REAL,
        FROZEN
    }

    /**
     * How it stands.
     *
     * @param frozenAt where it is frozen; the epoch where it runs
     * @param ahead of the machine's time, where it runs
     */
    public record Reading(Mode mode, Instant frozenAt, Duration ahead) {}

    private final InstantSource machine;
    private final ChangeSignal signal = new ChangeSignal();
    private volatile Reading reading;

    private SandboxClock(InstantSource machine, Reading reading) {
        this.machine = machine;
        this.reading = reading;
    }

    /** Runs with the machine's time. */
    public static SandboxClock real(InstantSource machine) {
        return new SandboxClock(machine, new Reading(Mode.REAL, Instant.EPOCH, Duration.ZERO));
    }

    /** Stands at an instant until it is moved. */
    public static SandboxClock frozen(InstantSource machine, Instant at) {
        return new SandboxClock(machine, new Reading(Mode.FROZEN, at, Duration.ZERO));
    }

    @Override
    public Instant instant() {
        Reading now = reading;
        return now.mode == Mode.FROZEN
                ? now.frozenAt
                : machine.instant().truncatedTo(ChronoUnit.MILLIS).plus(now.ahead);
    }

    public Mode mode() {
        return reading.mode;
    }

    /** The machine's time again, earlier advances forgotten. */
    void run() {
        set(new Reading(Mode.REAL, Instant.EPOCH, Duration.ZERO));
    }

    void freeze(Instant at) {
        set(new Reading(Mode.FROZEN, at, Duration.ZERO));
    }

    /** Later by {@code step}, in the mode it is in. */
    void step(Duration step) {
        Reading now = reading;
        set(
                now.mode == Mode.FROZEN
                        ? new Reading(Mode.FROZEN, now.frozenAt.plus(step), Duration.ZERO)
                        : new Reading(Mode.REAL, Instant.EPOCH, now.ahead.plus(step)));
    }

    /** Stands at an instant while {@code work} is done, then is as it was before. */
    void during(Instant at, Runnable work) {
        Reading before = reading;
        reading = new Reading(Mode.FROZEN, at, Duration.ZERO);
        try {
            work.run();
        } finally {
            reading = before;
        }
    }

    /** How it stands, to be kept outside the process. */
    StateTable<Reading> table() {
        return StateTable.of("world.clock", Reading.class, new SingleValue<>(signal, this::settled, this::set));
    }

    private synchronized Reading settled() {
        return reading;
    }

    private synchronized void set(Reading next) {
        signal.changing(SingleValue.KEY);
        reading = next;
    }
}
