package kz.paysandbox.gateway.pay;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** What a transaction of ePay tells of a payment, beside its state. */
public final class CardReadings {
    private CardReadings() {}

    /** Puts the transaction, the card and the reason into the payment; a charge of less makes it one of less. */
    public static UnaryOperator<Payment> facts(Transaction transaction) {
        return payment -> {
            Payment after = payment.known(payment.bank()
                    .paidBy(
                            transaction.id(),
                            new CardFacts(
                                    transaction.cardMask(),
                                    transaction.cardId(),
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
        if (transaction.state().kind() == TransactionState.Kind.REFUND) {
            return payment.of(payment.amount(), payment.amount());
        }
        boolean less = transaction.state().kind() == TransactionState.Kind.CHARGE
                && transaction.amount().signum() > 0
                && transaction.amount().compareTo(payment.amount().amount()) < 0;
        return less ? payment.of(Tenge.of(transaction.amount()), payment.refunded()) : payment;
    }
}
