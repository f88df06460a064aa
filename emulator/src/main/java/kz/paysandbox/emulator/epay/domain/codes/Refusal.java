package kz.paysandbox.emulator.epay.domain.codes;

import kz.paysandbox.emulator.core.Outcome;

/**
 * A refused call.
 *
 * @param detail what the caller should know beside the code's own text; empty for nothing
 * @param why what the caller's developer should know, in English and without secrets, where the answer stays the bank's;
 *     empty where the detail says it all
 */
public record Refusal(Reason reason, String detail, String why) {

    public Refusal(Reason reason, String detail) {
        this(reason, detail, "");
    }

    /** Answered with the code's own text alone; the developer is told why. */
    public static <T> Outcome<T, Refusal> silently(Reason reason, String why) {
        return Outcome.refused(new Refusal(reason, "", why));
    }

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
