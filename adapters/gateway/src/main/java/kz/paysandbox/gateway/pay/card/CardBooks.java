package kz.paysandbox.gateway.pay.card;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.merchant.refund.EpayRefundLine;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.BankBooks;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Operation.Outcome;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * What became of an operation of ePay, by the adapters' journal of refunds and the bank's books. An order of ours has one
 * transaction that holds or takes money, and a hold ends once, so states are proofs; refunds show as a payout that has
 * shrunk, which names no refund.
 */
public final class CardBooks implements BankBooks {
    private static final String NONE = "the bank knows no such invoice";

    private final GatewayDatabase database;
    private final Banks.Cards bank;
    private final Set<Assumption> assumptions;
    private final Clock clock;

    /**
     * Over the bank.
     *
     * @param assumptions for looks that are made when nobody is at work on the operation any more
     */
    public CardBooks(GatewayDatabase database, Banks.Cards bank, Set<Assumption> assumptions, Clock clock) {
        this.database = database;
        this.bank = bank;
        this.assumptions = Set.copyOf(assumptions);
        this.clock = clock;
    }

    @Override
    public Found look(Payment payment, Operation operation) {
        Optional<Found> told = operation.kind() == OperationKind.REFUND
                ? ofJournal(operation, bank.refunds().find(operation.id()))
                : Optional.empty();
        if (told.isPresent()) {
            return told.get();
        }
        Optional<Transaction> transaction =
                bank.client().status(InvoiceId.of(payment.bank().invoiceId().orElseThrow()));
        Books books = new Books(transaction, left(payment), assumptions, clock.instant());
        return found(payment, operation, books);
    }

    /** What the applied refunds have left of the payment; the payment itself may have seen this one in a reading. */
    private Tenge left(Payment payment) {
        Tenge refunded = database
                .transaction(sql -> database.tables().operations().of(sql, payment.id()))
                .stream()
                .filter(done -> done.kind() == OperationKind.REFUND && done.state() == OperationState.APPLIED)
                .map(Operation::amount)
                .reduce(Tenge.ZERO, Tenge::plus);
        return refunded.compareTo(payment.amount()) >= 0
                ? Tenge.ZERO
                : payment.amount().minus(refunded);
    }

    /**
     * What an operation is told by.
     *
     * @param transaction of the order, as the bank shows it
     * @param left what of the payment was left before this refund, in tenge
     * @param assumptions what the owner promises
     * @param now the present
     */
    record Books(Optional<Transaction> transaction, Tenge left, Set<Assumption> assumptions, Instant now) {
        boolean unchangedMeansNot(Operation operation) {
            return BankBooks.unchangedMeansNot(assumptions, operation, now);
        }
    }

    /** The journal has a line before the bank is called: without one nothing left. */
    static Optional<Found> ofJournal(Operation refund, Optional<EpayRefundLine> line) {
        if (line.isEmpty()) {
            return Optional.of(Found.notSent());
        }
        String said =
                "row " + line.get().id() + " of epay_refund: " + line.get().finding();
        return switch (line.get().state()) {
            case APPLIED ->
                Optional.of(Found.of(
                        Outcome.applied(Optional.of(line.get().transaction().id()), said),
                        Ledger.Effect.refund(refund.amount())));
            case NOT_APPLIED -> Optional.of(Found.of(Outcome.notApplied(LOST, said)));
            case STARTED, UNKNOWN, FAILED -> Optional.empty();
        };
    }

    /** What the books show of an operation. */
    static Found found(Payment payment, Operation operation, Books books) {
        boolean unchangedMeansNot = books.unchangedMeansNot(operation);
        Instant now = books.now();
        if (operation.kind() == OperationKind.CREATE) {
            return books.transaction()
                    .map(seen -> taken(operation, seen, unchangedMeansNot, now))
                    .orElseGet(() -> Found.unchanged(NONE, unchangedMeansNot));
        }
        Optional<Transaction> own = books.transaction()
                .filter(seen -> payment.bank()
                        .transactionId()
                        .filter(id -> id.equalsIgnoreCase(seen.id()))
                        .isPresent());
        if (own.isEmpty()) {
            return unknown(books.transaction().isEmpty() ? NONE : "the invoice shows another transaction");
        }
        return switch (operation.kind()) {
            case CHARGE -> charged(operation, own.get(), unchangedMeansNot, now);
            case CANCEL -> released(own.get(), unchangedMeansNot, now);
            case REFUND -> refunded(operation, own.get(), books);
            case CREATE -> throw new IllegalStateException("handled above");
        };
    }

    private static Found taken(Operation operation, Transaction seen, boolean unchangedMeansNot, Instant now) {
        String finding = finding(seen);
        return switch (seen.state().kind()) {
            case AUTH, CHARGE, CANCEL, CANCEL_OLD, REFUND ->
                same(seen.amount(), operation.amount())
                        ? applied(seen, now)
                        : unknown(finding + ", of " + seen.amount() + " and not of " + operation.amount());
            case REJECT, FAILED ->
                Found.of(Outcome.notApplied(
                        Refusal.of(
                                RefusalCode.CARD_DECLINED,
                                "the bank says " + seen.state().raw()),
                        finding));
            case THREE_D ->
                Found.unchanged(finding + ": the customer's bank has asked, and got no answer", unchangedMeansNot);
            case NEW, FINGERPRINT, VERIFIED, UNKNOWN -> unknown(finding);
        };
    }

    private static Found charged(Operation operation, Transaction seen, boolean unchangedMeansNot, Instant now) {
        return switch (seen.state().kind()) {
            case AUTH -> Found.unchanged(finding(seen), unchangedMeansNot);
            case CHARGE, REFUND -> same(seen.amount(), operation.amount()) ? applied(seen, now) : ended(seen);
            case CANCEL, CANCEL_OLD, REJECT, FAILED -> ended(seen);
            case NEW, THREE_D, FINGERPRINT, VERIFIED, UNKNOWN -> unknown(finding(seen));
        };
    }

    private static Found released(Transaction seen, boolean unchangedMeansNot, Instant now) {
        return switch (seen.state().kind()) {
            case AUTH -> Found.unchanged(finding(seen), unchangedMeansNot);
            case CANCEL, CANCEL_OLD -> applied(seen, now);
            case CHARGE, REFUND, REJECT, FAILED -> ended(seen);
            case NEW, THREE_D, FINGERPRINT, VERIFIED, UNKNOWN -> unknown(finding(seen));
        };
    }

    /**
     * Before this refund the payout was what the gateway knows to be left; a payout that a fee has lessened fits neither
     * and is for a person.
     */
    private static Found refunded(Operation operation, Transaction seen, Books books) {
        TransactionState.Kind kind = seen.state().kind();
        if (kind != TransactionState.Kind.CHARGE && kind != TransactionState.Kind.REFUND) {
            return seen.state().successful() || seen.state().pending() ? unknown(finding(seen)) : ended(seen);
        }
        Tenge left = books.left();
        boolean everything = operation.amount().equals(left);
        boolean shown = seen.payout().isPresent();
        boolean still = shown && same(seen.payout().get(), left) && kind == TransactionState.Kind.CHARGE;
        boolean explained = shown
                ? operation.amount().compareTo(left) <= 0 && same(seen.payout().get(), left.minus(operation.amount()))
                : everything && kind == TransactionState.Kind.REFUND;
        if (still) {
            return Found.unchanged(finding(seen), books.unchangedMeansNot(operation));
        }
        return explained && books.assumptions().contains(Assumption.SOLE_OPERATOR)
                ? Found.of(
                        Outcome.applied(Optional.of(seen.id()), finding(seen) + ", before it " + left),
                        Ledger.Effect.refund(operation.amount()))
                : unknown(finding(seen) + ", before this refund " + left + " were left"
                        + (explained ? ", which another refund of this amount explains as well" : ""));
    }

    private static Found applied(Transaction seen, Instant now) {
        return Found.of(Outcome.applied(Optional.of(seen.id()), finding(seen)), CardEffects.seen(seen, now));
    }

    private static Found ended(Transaction seen) {
        return Found.of(Outcome.notApplied(
                Refusal.of(
                        RefusalCode.INVALID_TRANSITION,
                        "the bank says " + seen.state().raw()),
                finding(seen)));
    }

    private static Found unknown(String finding) {
        return Found.of(Outcome.unknown(finding));
    }

    private static boolean same(BigDecimal shown, Tenge amount) {
        return shown.compareTo(amount.amount()) == 0;
    }

    private static String finding(Transaction seen) {
        return "statusName is " + seen.state().raw()
                + seen.payout().map(sum -> ", payout " + sum).orElse("");
    }
}
