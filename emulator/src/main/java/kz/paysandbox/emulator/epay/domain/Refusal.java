package kz.paysandbox.emulator.epay.domain;

import kz.paysandbox.emulator.core.Outcome;

/**
 * A refused call.
 *
 * @param detail what the caller should know beside the code's own text; empty for nothing
 */
public record Refusal(Reason reason, String detail) {

    public static Refusal of(Reason reason) {
        return new Refusal(reason, "");
    }

    public static <T> Outcome<T, Refusal> refuse(Reason reason) {
        return Outcome.refused(of(reason));
    }

    public static <T> Outcome<T, Refusal> refuse(Reason reason, String detail) {
        return Outcome.refused(new Refusal(reason, detail));
    }
}
