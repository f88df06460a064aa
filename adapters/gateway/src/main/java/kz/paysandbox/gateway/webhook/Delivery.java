package kz.paysandbox.gateway.webhook;

import java.util.Optional;

/**
 * What became of a message that was sent.
 *
 * @param failure why it was not acknowledged, without the shop's own words; empty where it was
 */
public record Delivery(Optional<String> failure) {
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_REDIRECT = 300;

    /** The shop answered; anything but 2xx is a failure, a redirect too. */
    public static Delivery answered(int status) {
        return status >= FIRST_GOOD && status < FIRST_REDIRECT
                ? new Delivery(Optional.empty())
                : failed("the shop answered " + status);
    }

    /** There was no answer. */
    public static Delivery failed(String why) {
        return new Delivery(Optional.of(why));
    }
}
