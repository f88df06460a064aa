package kz.paysandbox.adapters.kaspi.payment;

/**
 * The key of scheme r1 ({@code Api-Key}, chapter 2). Hidden in texts.
 *
 * @param value the key as the bank gave it
 */
public record ApiKey(String value) {
    /** Checks that it can stand in a header. */
    public ApiKey {
        if (!value.matches("[\\x21-\\x7e]{1,512}")) {
            throw new IllegalArgumentException("an Api-Key is one word of printable ASCII");
        }
    }

    /** Takes a key, without the white space around it. */
    public static ApiKey of(String value) {
        return new ApiKey(value.strip());
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
