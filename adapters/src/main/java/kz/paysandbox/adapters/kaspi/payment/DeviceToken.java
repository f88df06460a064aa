package kz.paysandbox.adapters.kaspi.payment;

/**
 * The token that a registered till is known by ({@code DeviceToken}): a UUID in production, although the document
 * types it Int64 in places. It opens payments and refunds, so its text is hidden.
 *
 * @param value the token as the bank gave it
 */
public record DeviceToken(String value) {
    private static final int LONG_ENOUGH = 16;
    private static final int SHOWN = 4;

    /** Checks the length. */
    public DeviceToken {
        if (value.isBlank() || value.length() > 256) {
            throw new IllegalArgumentException("a device token has 1 to 256 characters, not " + value.length());
        }
    }

    /** Reads a token. */
    public static DeviceToken of(String value) {
        return new DeviceToken(value);
    }

    /** The last four characters of a token that is long enough to stay unknown by them. */
    String hint() {
        return value.length() < LONG_ENOUGH ? "[hidden]" : "…" + value.substring(value.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "DeviceToken[hidden]";
    }
}
