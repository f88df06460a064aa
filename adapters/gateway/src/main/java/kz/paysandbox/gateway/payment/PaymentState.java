package kz.paysandbox.gateway.payment;

import java.util.Optional;

/**
 * How far a payment is.
 *
 * @param status the service's state
 * @param bankWord the bank's word as last seen
 * @param authorized whether a card's money is held and not yet charged
 * @param late whether the money came after the payment had ended without it
 * @param failure why it failed, for people, if it did
 * @param reasonCode the bank's reason code of a declined card, if any
 */
public record PaymentState(
        ServiceStatus status,
        Optional<String> bankWord,
        boolean authorized,
        boolean late,
        Optional<String> failure,
        Optional<String> reasonCode) {
    /** A payment that was just made. */
    public static final PaymentState NEW =
            new PaymentState(ServiceStatus.PENDING, Optional.empty(), false, false, Optional.empty(), Optional.empty());

    /** The same with another service state. */
    public PaymentState to(ServiceStatus other) {
        return new PaymentState(other, bankWord, authorized, late, failure, reasonCode);
    }

    /** The same with the reason why it failed. */
    public PaymentState because(String why) {
        return new PaymentState(status, bankWord, authorized, late, Optional.of(why), reasonCode);
    }
}
