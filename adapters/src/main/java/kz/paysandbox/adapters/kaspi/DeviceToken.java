package kz.paysandbox.adapters.kaspi;

/**
 * What a registered till is known by ({@code DeviceToken}): a UUID in production, although the document types it Int64
 * in places. It opens payments and refunds, so its text is hidden.
 *
 * @param value the token as the bank gave it
 */
public record DeviceToken(String value) {
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

    @Override
    public String toString() {
        return "DeviceToken[hidden]";
    }
}
