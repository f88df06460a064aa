package kz.paysandbox.adapters.epay;

import java.math.BigDecimal;
import java.util.Optional;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.Tenge;

/** What the status proves about a call whose answer was lost. Pure. */
final class Books {
    private Books() {}

    static Clue<CardPayment> afterPayment(InvoiceId asked, Optional<Transaction> found) {
        if (found.isEmpty()) {
            return Clue.unchanged("the bank knows no such invoice");
        }
        Transaction seen = found.get();
        return switch (seen.state().kind()) {
            case AUTH, CHARGE, VERIFIED ->
                Clue.applied(
                        new CardPayment(
                                new TransactionRef(seen.id(), asked),
                                Optional.empty(),
                                seen.reference(),
                                seen.cardMask(),
                                seen.cardId()),
                        finding(seen));
            case REJECT, FAILED, CANCEL, CANCEL_OLD, REFUND -> Clue.notApplied(finding(seen));
            case NEW, THREE_D, FINGERPRINT, UNKNOWN -> Clue.undecided(finding(seen));
        };
    }

    static Clue<Transaction> afterCharge(Optional<Transaction> found) {
        return after(found, TransactionState.Kind.CHARGE, TransactionState.Kind.AUTH);
    }

    static Clue<Transaction> afterCancel(Optional<Transaction> found) {
        return after(found, TransactionState.Kind.CANCEL, TransactionState.Kind.AUTH);
    }

    private static Clue<Transaction> after(
            Optional<Transaction> found, TransactionState.Kind wanted, TransactionState.Kind before) {
        if (found.isEmpty()) {
            return Clue.undecided("the bank knows no such invoice");
        }
        Transaction seen = found.get();
        TransactionState.Kind now = seen.state().kind();
        if (now == wanted) {
            return Clue.applied(seen, finding(seen));
        }
        return now == before ? Clue.unchanged(finding(seen)) : Clue.undecided(finding(seen));
    }

    /** A refund shows as REFUND, or as a payout that has shrunk by its amount. */
    static Clue<Transaction> afterRefund(Transaction before, Optional<Transaction> found, Tenge amount) {
        if (found.isEmpty()) {
            return Clue.undecided("the bank knows no such invoice");
        }
        Transaction now = found.get();
        BigDecimal expected = left(before).subtract(amount.amount());
        if (EpayReading.same(left(now), expected) || now.state().kind() == TransactionState.Kind.REFUND) {
            return Clue.applied(now, finding(now));
        }
        boolean same = now.payout().isPresent()
                && before.payout().isPresent()
                && EpayReading.same(left(now), left(before))
                && now.state().kind() == before.state().kind();
        return same ? Clue.unchanged(finding(now)) : Clue.undecided(finding(now));
    }

    private static BigDecimal left(Transaction transaction) {
        return transaction.payout().orElse(transaction.amount());
    }

    private static String finding(Transaction seen) {
        return "statusName is " + seen.state().raw()
                + seen.payout().map(sum -> ", payout " + sum).orElse("");
    }
}
