package kz.paysandbox.gateway.payment;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * A payment of a shop.
 *
 * @param id ours, a UUID that cannot be guessed
 * @param shop whose it is
 * @param kind how the customer is asked
 * @param state how far it is
 * @param amount what it is for
 * @param refunded how much of it was given back
 * @param bank how the bank knows it
 * @param terms what the shop said of it
 * @param dates when it was made and ends
 */
public record Payment(
        String id,
        String shop,
        PaymentKind kind,
        PaymentState state,
        Tenge amount,
        Tenge refunded,
        BankReference bank,
        PaymentTerms terms,
        PaymentDates dates) {
    /** What can still be refunded, in tenge. */
    public Tenge left() {
        return refunded.compareTo(amount) >= 0 ? Tenge.ZERO : amount.minus(refunded);
    }

    /** The service's state. */
    public ServiceStatus status() {
        return state.status();
    }

    /** The same payment in another state. */
    public Payment in(PaymentState other) {
        return new Payment(id, shop, kind, other, amount, refunded, bank, terms, dates);
    }

    /** The same payment, as the bank knows it now. */
    public Payment known(BankReference other) {
        return new Payment(id, shop, kind, state, amount, refunded, other, terms, dates);
    }

    /** The same payment with other times. */
    public Payment at(PaymentDates other) {
        return new Payment(id, shop, kind, state, amount, refunded, bank, terms, other);
    }

    /** The same payment for another amount, as where less was charged than was held, or with more refunded. */
    public Payment of(Tenge otherAmount, Tenge otherRefunded) {
        return new Payment(id, shop, kind, state, otherAmount, otherRefunded, bank, terms, dates);
    }

    /**
     * The same payment, of which so much more was given back; refunded, when that is all of it. More than all cannot be:
     * what the bank's books showed before this was known is counted once.
     */
    public Payment less(Tenge amount) {
        return amount.compareTo(left()) >= 0
                ? of(this.amount, this.amount).in(state.to(ServiceStatus.REFUNDED))
                : of(this.amount, refunded.plus(amount));
    }

    /** The bank's number of a Kaspi payment (QrPaymentId), if it is known. */
    public Optional<Long> externalId() {
        return bank.externalId();
    }
}
