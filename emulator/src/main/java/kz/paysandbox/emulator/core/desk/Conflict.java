package kz.paysandbox.emulator.core.desk;

/**
 * Why an act on the control surface did not happen.
 *
 * @param detail one sentence that says what to do
 * @param state the thing's present state; empty where there is no such thing
 */
public record Conflict(Kind kind, String detail, String state) {

    /** What stood in the way. */
    public enum Kind {
        /** No such thing in this world. */
        UNKNOWN,
        /** Its state does not allow this. */
        STATE,
        /** What was asked for makes no sense for it. */
        INVALID
    }

    public static Conflict unknown(String detail) {
        return new Conflict(Kind.UNKNOWN, detail, "");
    }

    public static Conflict invalid(String detail) {
        return new Conflict(Kind.INVALID, detail, "");
    }

    public static Conflict state(String detail, String state) {
        return new Conflict(Kind.STATE, detail, state);
    }
}
