package kz.paysandbox.adapters.epay;

import java.math.BigDecimal;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.CardPayment.Stage;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.Tenge;

/** The proofs that the status gives about a call whose answer was lost or proves nothing. Pure. */
final class Books {
    private static final String NONE = "the bank knows no such invoice";

    private Books() {}

    /**
     * What the books showed before a payment.
     *
     * @param read whether they were read
     * @param transaction the transaction that the order had then, if any
     */
    record Before(boolean read, Optional<String> transaction) {
        static final Before UNREAD = new Before(false, Optional.empty());

        static Before of(Optional<Transaction> found) {
            return new Before(true, found.map(Transaction::id));
        }

        /** Whether a transaction came after the reading. */
        private boolean without(Transaction seen) {
            return read
                    && transaction.map(id -> !id.equalsIgnoreCase(seen.id())).orElse(true);
        }
    }

    /**
     * An order is paid once (invoiceId is unique), so a new transaction that holds or takes its amount is what was asked
     * for. A new decline may be another try's, unless nobody else tries.
     *
     * @param sole whether nobody else can have made the new transaction
     */
    static Clue<CardPayment> afterPayment(CardOrder order, Before before, Optional<Transaction> found, boolean sole) {
        if (found.isEmpty()) {
            return before.read() && before.transaction().isEmpty() ? Clue.unchanged(NONE) : Clue.undecided(NONE);
        }
        Transaction seen = found.get();
        String finding = finding(seen);
        Clue<CardPayment> clue = ofTransaction(order, seen);
        return switch (clue.settlement()) {
            case UNKNOWN -> clue;
            case APPLIED ->
                before.without(seen) ? clue : Clue.undecided(finding + ", and may have been so before this call");
            case NOT_APPLIED -> {
                if (!before.without(seen)) {
                    yield before.read()
                            ? Clue.unchanged(finding + ", as before this call")
                            : Clue.undecided(finding + ", and may have been so before this call");
                }
                yield sole ? clue : Clue.undecided(finding + ", which may be another try's end");
            }
        };
    }

    /** After a challenge, of which the transaction is known. */
    static Clue<CardPayment> afterChallenge(CardOrder order, TransactionRef ref, Optional<Transaction> found) {
        return of(ref, found).map(seen -> ofTransaction(order, seen)).orElseGet(() -> another(found));
    }

    private static Clue<CardPayment> ofTransaction(CardOrder order, Transaction seen) {
        String finding = finding(seen);
        return switch (seen.state().kind()) {
            case AUTH -> taken(order, seen, Stage.AUTHORISED);
            case CHARGE -> taken(order, seen, Stage.CHARGED);
            case VERIFIED ->
                order.amount().positive()
                        ? Clue.undecided(finding + ": the card was verified, and no money was taken")
                        : taken(order, seen, Stage.VERIFIED);
            case REJECT, FAILED -> Clue.notApplied(finding);
            case CANCEL, CANCEL_OLD, REFUND -> Clue.undecided(finding + ": it was held or charged, and given back");
            case NEW, THREE_D, FINGERPRINT, UNKNOWN -> Clue.undecided(finding);
        };
    }

    private static Clue<CardPayment> taken(CardOrder order, Transaction seen, Stage stage) {
        String finding = finding(seen);
        boolean asked = EpayReading.same(seen.amount(), order.amount().amount())
                && seen.currency().equals(order.currency())
                && seen.invoiceId().equals(order.invoiceId().value());
        return asked
                ? Clue.applied(CardPayment.of(seen, order.invoiceId(), stage), finding)
                : Clue.undecided(finding + ", of " + seen.amount() + " " + seen.currency() + " and not of "
                        + order.amount() + " " + order.currency());
    }

    /**
     * What the books showed before an operation on a hold: only a transaction that was AUTH then was charged or released
     * after that.
     *
     * @param state of the transaction operated on; empty where it could not be read, or the invoice showed another
     * @param refused whether the bank then answered with a code that proves nothing: what the books show may be the doing
     *     of somebody who was quicker
     */
    record HoldBefore(Optional<TransactionState.Kind> state, boolean refused) {
        static final HoldBefore UNREAD = new HoldBefore(Optional.empty(), false);

        static HoldBefore of(TransactionRef ref, Optional<Transaction> found) {
            return new HoldBefore(Books.of(ref, found).map(seen -> seen.state().kind()), false);
        }

        HoldBefore refused(boolean now) {
            return new HoldBefore(state, now);
        }
    }

    /** A hold is charged once (only from AUTH). */
    static Clue<Transaction> afterCharge(
            TransactionRef ref, Optional<Tenge> amount, HoldBefore before, Optional<Transaction> found) {
        Optional<Transaction> own = of(ref, found);
        if (own.isEmpty()) {
            return another(found);
        }
        Transaction seen = own.get();
        String finding = finding(seen);
        return switch (seen.state().kind()) {
            case AUTH -> Clue.unchanged(finding);
            case CHARGE ->
                charged(seen, amount)
                        ? done(seen, before)
                        : Clue.undecided(finding + ", charged were " + seen.amount() + " " + seen.currency());
            case CANCEL, CANCEL_OLD, REJECT, FAILED -> Clue.notApplied(finding);
            case REFUND, NEW, THREE_D, FINGERPRINT, VERIFIED, UNKNOWN -> Clue.undecided(finding);
        };
    }

    private static boolean charged(Transaction seen, Optional<Tenge> amount) {
        return amount.map(Tenge::amount)
                .or(seen::ordered)
                .map(expected -> EpayReading.same(expected, seen.amount()))
                .orElse(false);
    }

    /** A hold is released once (only from AUTH); how CANCEL_OLD comes about is not documented. */
    static Clue<Transaction> afterCancel(TransactionRef ref, HoldBefore before, Optional<Transaction> found) {
        Optional<Transaction> own = of(ref, found);
        if (own.isEmpty()) {
            return another(found);
        }
        Transaction seen = own.get();
        return switch (seen.state().kind()) {
            case AUTH -> Clue.unchanged(finding(seen));
            case CANCEL -> done(seen, before);
            case CHARGE, REFUND, REJECT, FAILED -> Clue.notApplied(finding(seen));
            case CANCEL_OLD, NEW, THREE_D, FINGERPRINT, VERIFIED, UNKNOWN -> Clue.undecided(finding(seen));
        };
    }

    private static Clue<Transaction> done(Transaction seen, HoldBefore before) {
        String finding = finding(seen);
        if (before.state().filter(seen.state().kind()::equals).isPresent()) {
            return Clue.notApplied(finding + ", as before this call");
        }
        return before.refused()
                        || before.state()
                                .filter(TransactionState.Kind.AUTH::equals)
                                .isEmpty()
                ? Clue.undecided(finding + ", by this call or by an earlier one")
                : Clue.applied(seen, finding);
    }

    /**
     * A refund shows as a payout that has shrunk by its amount. The books name no refund, so this is a proof for a sole
     * operator alone; so is REFUND after a refund of everything, where no payout is shown.
     *
     * @param sole whether nobody else can have refunded
     */
    static Clue<Transaction> afterRefund(
            TransactionRef ref, Transaction before, Optional<Transaction> found, Tenge amount, boolean sole) {
        Optional<Transaction> own = of(ref, found);
        if (own.isEmpty()) {
            return another(found);
        }
        Transaction now = own.get();
        TransactionState.Kind kind = now.state().kind();
        String finding = finding(now)
                + before.payout().map(sum -> ", payout before " + sum).orElse("");
        return switch (kind) {
            case REJECT, FAILED, CANCEL, CANCEL_OLD -> Clue.notApplied(finding);
            case CHARGE, REFUND -> {
                boolean moved =
                        kind != before.state().kind() || gone(before, now).signum() != 0;
                if (!before.id().equalsIgnoreCase(now.id())) {
                    yield Clue.undecided(finding + ", before it was another transaction's");
                }
                if (!moved) {
                    yield before.payout().isPresent() && now.payout().isPresent()
                            ? Clue.unchanged(finding)
                            : Clue.undecided(finding);
                }
                if (!explained(before, now, amount)) {
                    yield Clue.undecided(finding + ", which is not this refund alone");
                }
                yield sole
                        ? Clue.applied(now, finding)
                        : Clue.undecided(finding + ", which another refund of this amount explains as well");
            }
            case AUTH, NEW, THREE_D, FINGERPRINT, VERIFIED, UNKNOWN -> Clue.undecided(finding);
        };
    }

    private static BigDecimal gone(Transaction before, Transaction now) {
        return before.payout().flatMap(was -> now.payout().map(was::subtract)).orElse(BigDecimal.ZERO);
    }

    private static boolean explained(Transaction before, Transaction now, Tenge amount) {
        boolean shown = before.payout().isPresent() && now.payout().isPresent();
        boolean everything = EpayReading.same(before.payout().orElse(before.amount()), amount.amount());
        return shown
                ? EpayReading.same(gone(before, now), amount.amount())
                : everything
                        && before.state().kind() == TransactionState.Kind.CHARGE
                        && now.state().kind() == TransactionState.Kind.REFUND;
    }

    /** The transaction that was operated on, if it is the one that the invoice shows. */
    private static Optional<Transaction> of(TransactionRef ref, Optional<Transaction> found) {
        return found.filter(seen -> seen.id().equalsIgnoreCase(ref.id()));
    }

    private static <T> Clue<T> another(Optional<Transaction> found) {
        return Clue.undecided(found.isEmpty() ? NONE : "the invoice shows another transaction");
    }

    private static String finding(Transaction seen) {
        return "statusName is " + seen.state().raw()
                + seen.payout().map(sum -> ", payout " + sum).orElse("");
    }
}
