package kz.paysandbox.adapters.merchant;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * The content of a line before the call.
 *
 * @param config for whom, where
 * @param operation what is to be done
 * @param kind what a create opens; {@code return} for a refund
 * @param externalId the order of a create, the key of a refund, the payment of the others
 * @param keyed whether the shop may use this number once only
 * @param paymentId the payment, if it exists
 * @param amount the money, if it is asked for
 */
record LineStart(
        ShopConfig config,
        Operation operation,
        Optional<String> kind,
        String externalId,
        boolean keyed,
        Optional<Long> paymentId,
        Optional<Tenge> amount) {
    /** The kind of a refund whose line says before what it found, as those of version 0.1.0 did not. */
    private static final String RETURN = "return";

    private static final int LONGEST = 100;

    static LineStart create(ShopConfig config, String kind, String order, Tenge amount) {
        return new LineStart(
                config, Operation.CREATE, Optional.of(kind), order, true, Optional.empty(), Optional.of(amount));
    }

    static LineStart refund(ShopConfig config, String key, long paymentId, Tenge amount) {
        return new LineStart(
                config, Operation.REFUND, Optional.of(RETURN), key, true, Optional.of(paymentId), Optional.of(amount));
    }

    static LineStart cancel(ShopConfig config, long paymentId) {
        return new LineStart(
                config,
                Operation.CANCEL,
                Optional.empty(),
                Long.toString(paymentId),
                false,
                Optional.of(paymentId),
                Optional.empty());
    }

    /** Checks a number of the shop's own before anything is done with it. */
    static String checked(String number, String what) {
        if (number.isBlank() || number.length() > LONGEST || number.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    what + " has 1 to " + LONGEST + " characters, none of them control ones");
        }
        return number;
    }
}
