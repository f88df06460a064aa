package kz.paysandbox.emulator.core;

import java.time.Instant;

/**
 * Something that happened because its time came.
 *
 * @param at the instant it was due
 * @param what what happened, as {@code toy.payment.lapsed}
 * @param id whom it happened to
 * @param pending whether it was begun and is still under way
 */
public record DueEvent(Instant at, String what, String id, boolean pending) {

    public static DueEvent done(Instant at, String what, String id) {
        return new DueEvent(at, what, id, false);
    }
}
