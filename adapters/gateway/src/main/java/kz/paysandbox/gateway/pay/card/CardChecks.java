package kz.paysandbox.gateway.pay.card;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** Whether a card payment may be refunded, cancelled, charged or confirmed, and for how much. Pure. */
final class CardChecks {
    private CardChecks() {}

    /**
     * The amount of a refund in tenge.
     *
     * @param wanted empty for all that is left
     * @param window how long after the payment
     */
    static Result<Tenge> refundable(Payment payment, Optional<Tenge> wanted, Duration window, Instant now) {
        if (payment.status() != ServiceStatus.COMPLETED
                || payment.bank().transactionId().isEmpty()) {
            return Result.refused(RefusalCode.NOT_COMPLETED, "the payment is " + word(payment) + ", not completed");
        }
        Instant paidAt = payment.dates().paidAt().orElse(payment.dates().createdAt());
        if (now.isAfter(paidAt.plus(window))) {
            return Result.refused(
                    RefusalCode.REFUND_WINDOW_OVER,
                    "a payment can be refunded for " + window.toDays() + " days after it was paid");
        }
        Tenge amount = wanted.orElse(payment.left());
        if (amount.compareTo(CardRules.LEAST_REFUND) < 0) {
            return Result.refused(
                    RefusalCode.REFUND_BELOW_MINIMUM,
                    "the least refund is " + CardRules.LEAST_REFUND + " tenge, not " + amount);
        }
        if (amount.compareTo(payment.left()) > 0) {
            return Result.refused(
                    RefusalCode.REFUND_TOO_LARGE,
                    "of " + payment.amount() + " tenge " + payment.left() + " can still be refunded");
        }
        return Result.of(amount);
    }

    /** What a cancellation at the bank releases in tenge: only a hold can be released. */
    static Result<Tenge> cancellable(Payment payment) {
        return held(payment)
                ? Result.of(payment.amount())
                : Result.refused(
                        RefusalCode.INVALID_TRANSITION,
                        "the payment is " + word(payment) + ", and only held money can be released");
    }

    /** The payment, cancelled with us alone: the customer has not begun. */
    static Result<Payment> withdrawn(Payment payment) {
        return payment.kind().provider() == Provider.EPAY && payment.status() == ServiceStatus.PENDING
                ? Result.of(payment.in(payment.state().to(ServiceStatus.CANCELLED)))
                : Result.refused(
                        RefusalCode.INVALID_TRANSITION,
                        "the payment is " + word(payment) + ", and only a pending one can be withdrawn");
    }

    /**
     * What is to be charged in tenge.
     *
     * @param wanted empty for all that is held
     */
    static Result<Tenge> chargeable(Payment payment, Optional<Tenge> wanted) {
        if (payment.kind().provider() != Provider.EPAY) {
            return Result.refused(RefusalCode.INVALID_TRANSITION, "Kaspi holds no money");
        }
        if (!held(payment)) {
            return payment.status().open()
                    ? Result.refused(RefusalCode.NOT_AUTHORIZED_YET, "no money is held yet")
                    : Result.refused(
                            RefusalCode.INVALID_TRANSITION,
                            "the payment is " + word(payment) + ", and only held money can be charged");
        }
        Tenge amount = wanted.orElse(payment.amount());
        return amount.positive() && amount.compareTo(payment.amount()) <= 0
                ? Result.of(amount)
                : Result.refused(
                        RefusalCode.INVALID_TRANSITION,
                        "of the " + payment.amount() + " tenge that are held, " + amount + " cannot be charged");
    }

    /** What a payment is for whose customer must still answer his bank. */
    static Result<Tenge> confirmable(Payment payment) {
        return payment.status() == ServiceStatus.PROCESSING && challenged(payment)
                ? Result.of(payment.amount())
                : Result.refused(
                        RefusalCode.INVALID_TRANSITION,
                        "the payment is " + word(payment) + ", and waits for no answer of the customer's bank");
    }

    /** Whether the customer's bank has asked a question that is not answered. */
    static boolean challenged(Payment payment) {
        return payment.state()
                .bankWord()
                .map(TransactionState::of)
                .filter(state -> state.kind() == TransactionState.Kind.THREE_D)
                .isPresent();
    }

    /** Also for a payment that had ended when the money was held. */
    private static boolean held(Payment payment) {
        return (payment.status() == ServiceStatus.PROCESSING || payment.status().unpaid())
                && payment.state().authorized()
                && payment.bank().transactionId().isPresent();
    }

    private static String word(Payment payment) {
        return payment.status().word();
    }
}
