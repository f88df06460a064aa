package kz.paysandbox.gateway.pay;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** What a transaction of ePay tells of a payment, beside its state. */
public final class CardReadings {
    private static final String CURRENCY = "KZT";

    private CardReadings() {}

    /** The reading that a transaction is; a refund that leaves something paid out is one of a part. */
    public static BankReading reading(Transaction transaction) {
        BankReading reading = BankReading.of(transaction.state());
        return partlyRefunded(transaction)
                ? new BankReading(Optional.of(ServiceStatus.COMPLETED), reading.word(), false, true)
                : reading;
    }

    /**
     * Why a transaction cannot be this payment's, or not as we know it, if so: another order, currency or amount. Less
     * than ordered may be charged of a hold, and of what the books show as ordered for our amount.
     */
    public static Optional<String> contradiction(Payment payment, Transaction transaction) {
        if (!payment.bank().invoiceId().equals(Optional.of(transaction.invoiceId()))) {
            return Optional.of("the bank shows the order " + transaction.invoiceId());
        }
        if (!transaction.currency().equals(CURRENCY)) {
            return Optional.of("the bank shows the currency " + transaction.currency());
        }
        BigDecimal ours = payment.amount().amount();
        boolean less = transaction.amount().signum() > 0
                && transaction.amount().compareTo(ours) < 0
                && (transaction.state().kind() == TransactionState.Kind.CHARGE
                        || transaction.state().kind() == TransactionState.Kind.REFUND)
                && (payment.state().authorized()
                        || transaction
                                .ordered()
                                .filter(ordered -> ordered.compareTo(ours) == 0)
                                .isPresent());
        if (transaction.amount().compareTo(ours) != 0 && !less) {
            return Optional.of("the bank shows " + transaction.amount() + " " + CURRENCY + ", and the payment is of "
                    + payment.amount());
        }
        BigDecimal back = transaction.amount().subtract(transaction.payout().orElse(BigDecimal.ZERO));
        return partlyRefunded(transaction) && back.compareTo(payment.refunded().amount()) != 0
                ? Optional.of("the bank shows " + back + " " + CURRENCY + " as refunded, and we know of "
                        + payment.refunded())
                : Optional.empty();
    }

    private static boolean partlyRefunded(Transaction transaction) {
        return transaction.state().kind() == TransactionState.Kind.REFUND
                && transaction.payout().filter(left -> left.signum() > 0).isPresent();
    }

    /** Puts the transaction, the card and the reason into the payment; a charge of less makes it one of less. */
    public static UnaryOperator<Payment> facts(Transaction transaction) {
        return payment -> {
            Payment after = payment.known(payment.bank()
                    .paidBy(
                            transaction.id(),
                            new CardFacts(
                                    transaction.cardMask(),
                                    transaction.cardId().filter(id -> !id.isBlank()),
                                    transaction.reference(),
                                    transaction.approvalCode())));
            after = after.status() == ServiceStatus.FAILED ? after.in(failed(after.state(), transaction)) : after;
            return amounts(after, transaction);
        };
    }

    private static PaymentState failed(PaymentState state, Transaction transaction) {
        return new PaymentState(
                state.status(),
                state.bankWord(),
                false,
                state.late(),
                state.failure()
                        .or(() -> Optional.of(
                                "the bank says " + transaction.state().raw())),
                transaction.reasonCode());
    }

    private static Payment amounts(Payment payment, Transaction transaction) {
        if (transaction.state().kind() == TransactionState.Kind.REFUND && !partlyRefunded(transaction)) {
            return payment.of(payment.amount(), payment.amount());
        }
        boolean less = transaction.state().kind() == TransactionState.Kind.CHARGE
                && transaction.amount().signum() > 0
                && transaction.amount().compareTo(payment.amount().amount()) < 0;
        return less ? payment.of(Tenge.of(transaction.amount()), payment.refunded()) : payment;
    }
}
