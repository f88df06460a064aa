package kz.paysandbox.gateway.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.NoSuchPayment;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Payment;

/** What Kaspi's books show of a payment: what was paid, and what was given back. */
final class BankSums {
    private final MerchantKaspi merchant;
    private final Ledger ledger;
    private final Clock clock;

    BankSums(MerchantKaspi merchant, Ledger ledger, Clock clock) {
        this.merchant = merchant;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What the bank shows of a payment.
     *
     * @param why the bank's words, where it does not show the payment
     */
    record Shown(Tenge completed, Tenge refunded, Optional<String> why) {
        static final Shown NOTHING = new Shown(Tenge.ZERO, Tenge.ZERO, Optional.empty());

        Comparison with(Payment payment) {
            return Comparison.of(payment, completed, refunded);
        }
    }

    /** Asks the bank, as the payment's state demands; a refusal that passes is thrown on. */
    Shown of(Payment payment) {
        try {
            return switch (Comparison.question(payment)) {
                case NONE -> Shown.NOTHING;
                case STATUS -> late(payment);
                case DETAILS -> details(payment);
            };
        } catch (Rejected | NoSuchPayment e) {
            return notShown(e);
        }
    }

    private Shown details(Payment payment) {
        PaymentDetails details =
                merchant.details(payment.shop(), payment.externalId().orElseThrow());
        Tenge refunded = details.refundable().compareTo(details.total()) > 0
                ? Tenge.ZERO
                : details.total().minus(details.refundable());
        return new Shown(details.total(), refunded, Optional.empty());
    }

    /** A payment that was given up, and that the bank shows as paid, is completed; then the books agree. */
    private Shown late(Payment payment) {
        Instant askedAt = clock.instant();
        PaymentStatus status =
                merchant.status(payment.shop(), payment.externalId().orElseThrow());
        ledger.read(payment.id(), BankReading.of(payment.kind(), status), same -> same, askedAt);
        return new Shown(status.paid() ? payment.amount() : Tenge.ZERO, Tenge.ZERO, Optional.empty());
    }

    /** A refusal that passes says nothing of the payment: the report goes on later. */
    private static Shown notShown(RuntimeException refusal) {
        if (refusal instanceof Rejected rejected && rejected.passing()) {
            throw rejected;
        }
        return new Shown(Tenge.ZERO, Tenge.ZERO, Optional.of("the bank says: " + refusal.getMessage()));
    }
}
