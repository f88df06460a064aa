package kz.paysandbox.emulator.core.fields;

/**
 * One value as it was sent.
 *
 * @param text the number's or string's own characters; never rounded on the way
 */
public record Scalar(Type type, String text) {

    /** How the value was written. */
    public enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        NESTED,
        /** From the path or the query, where everything is text. */
        PARAMETER
    }

    public static Scalar parameter(String text) {
        return new Scalar(Type.PARAMETER, text);
    }
}
