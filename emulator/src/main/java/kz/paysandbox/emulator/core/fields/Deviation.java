package kz.paysandbox.emulator.core.fields;

/**
 * A value that could be used although it is not written as the document writes it.
 *
 * @param kind what differs
 * @param evidence names of fields only, never values
 */
public record Deviation(Kind kind, String evidence) {

    /** What differs from the document. */
    public enum Kind {
        SPELLING,
        /** A name that nobody reads. */
        UNKNOWN,
        TYPE,
        /** A number that is not written as JSON writes one, or a whole number as one with a fraction. */
        NOTATION,
        /** Blanks or line breaks around a value, which are taken off. */
        BLANKS,
        /** One name stands twice. */
        REPEATED
    }
}
