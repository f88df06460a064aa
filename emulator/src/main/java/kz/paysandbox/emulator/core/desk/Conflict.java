package kz.paysandbox.emulator.core.desk;

import kz.paysandbox.emulator.core.settings.Complaint;

/**
 * Why an act on the control surface did not happen.
 *
 * @param complaint what was wrong, in one sentence that says what to do
 * @param state the thing's present state; empty where there is no such thing
 */
public record Conflict(Kind kind, Complaint complaint, String state) {

    /** What stood in the way. */
    public enum Kind {
        /** No such thing in this world. */
        UNKNOWN,
        /** Its state does not allow this. */
        STATE,
        /** What was asked for makes no sense for it. */
        INVALID,
        /** There are as many of its kind as there can be. */
        FULL
    }

    /** Where no bank has merchants. */
    public static final Conflict NO_MERCHANTS = unknown("no bank of this server has merchants to switch");

    public Conflict(Kind kind, String detail, String state) {
        this(kind, Complaint.of(detail), state);
    }

    public static Conflict unknown(String detail) {
        return new Conflict(Kind.UNKNOWN, detail, "");
    }

    /** Something that is not among what there is. */
    public static Conflict unknown(Complaint complaint) {
        return new Conflict(Kind.UNKNOWN, complaint, "");
    }

    public static Conflict invalid(String detail) {
        return new Conflict(Kind.INVALID, detail, "");
    }

    /** Something mistyped. */
    public static Conflict invalid(Complaint complaint) {
        return new Conflict(Kind.INVALID, complaint, "");
    }

    public static Conflict state(String detail, String state) {
        return new Conflict(Kind.STATE, detail, state);
    }

    /** One sentence that says what to do. */
    public String detail() {
        return complaint.detail();
    }
}
