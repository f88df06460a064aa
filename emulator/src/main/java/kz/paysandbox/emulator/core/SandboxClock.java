package kz.paysandbox.emulator.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

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

    private record Reading(Mode mode, Instant frozenAt, Duration ahead) {}

    private final InstantSource machine;
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
        reading = new Reading(Mode.REAL, Instant.EPOCH, Duration.ZERO);
    }

    void freeze(Instant at) {
        reading = new Reading(Mode.FROZEN, at, Duration.ZERO);
    }

    /** Later by {@code step}, in the mode it is in. */
    void step(Duration step) {
        Reading now = reading;
        reading = now.mode == Mode.FROZEN
                ? new Reading(Mode.FROZEN, now.frozenAt.plus(step), Duration.ZERO)
                : new Reading(Mode.REAL, Instant.EPOCH, now.ahead.plus(step));
    }
}
