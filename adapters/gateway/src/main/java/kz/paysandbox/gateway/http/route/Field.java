package kz.paysandbox.gateway.http.route;

/**
 * A value of a request, as it was sent.
 *
 * @param type what it was written as; values of queries and forms are text
 * @param text its characters, a number's too
 */
public record Field(Type type, String text) {
    /** How JSON has it. */
    public enum Type {
        /** Text. */
        TEXT,
        /** A number; its characters are kept, so nothing is rounded. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** An object or a list. */
        NESTED
    }

    @Override
    public String toString() {
        return "Field[" + type + "]";
    }
}
