package kz.paysandbox.adapters.merchant.refund;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.error.NotCarriedOut;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refunds of ePay over a database: a refund's key is sent once, and refunds of one payment are made one after the other,
 * in all processes over the database. Safe for any number of threads.
 */
public final class EpayRefunds {
    private static final Logger LOG = LoggerFactory.getLogger(EpayRefunds.class);
    private static final int MOST_UNSETTLED = 1000;
    private static final int LONGEST_KEY = 100;
    private static final String NOBODY = "none";

    private final EpayClient epay;
    private final EpayRefundTable table;
    private final Clock clock;
    private final Duration longest;

    private EpayRefunds(EpayClient epay, EpayRefundTable table, Clock clock, Duration longest) {
        this.epay = epay;
        this.table = table;
        this.clock = clock;
        this.longest = longest;
    }

    /** Over a client and a database. */
    public static EpayRefunds of(EpayClient epay, Database database, Clock clock) {
        return new EpayRefunds(epay, new EpayRefundTable(database, clock), clock, LineState.LONGEST_CALL);
    }

    /**
     * The same, for which a refund that began so long ago and never ended is nobody's, and {@link #unsettled}. Without
     * it, that is five minutes ({@link LineState#LONGEST_CALL}).
     *
     * @param longest at least the deadline of the client's calls, in every process over this database; zero where no
     *     refund is under way in any of them, as at the start of a program that has the database to itself; at most a day
     * @throws IllegalArgumentException when it is negative, or more than a day
     */
    public EpayRefunds abandonedAfter(Duration longest) {
        return new EpayRefunds(epay, table, clock, LineState.checked(longest));
    }

    /**
     * Refunds a charged payment ({@link EpayClient#refund}, page "refund"). While another refund of the payment is under
     * way or unknown, in whatever process, nothing is sent.
     *
     * @param amount in tenge; empty for everything
     * @param refundKey the shop's own number of this refund, 1 to 100 characters (sent as {@code externalID}): a repeated
     *     call gives the first one's answer, or unknown where the first one is, and sends nothing; after a refusal it is
     *     sent again
     * @return as {@link EpayClient#refund}; not applied with {@link NotSent} while another refund of the payment is open
     * @throws IllegalArgumentException when the key was used for another payment or amount
     * @throws StoreFailed before the call leaves
     */
    public MoneyAnswer<OperationResult> refund(TransactionRef transaction, Optional<Tenge> amount, String refundKey) {
        if (refundKey.isBlank() || refundKey.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a refund's key has from 1 to " + LONGEST_KEY + " characters");
        }
        Optional<EpayRefundLine> first = table.holder(refundKey);
        if (first.isPresent()) {
            return known(first.get(), transaction, amount);
        }
        OptionalLong line = table.begin(transaction, amount, refundKey);
        if (line.isPresent()) {
            return sent(line.getAsLong(), transaction, amount, refundKey);
        }
        return table.holder(refundKey)
                .map(holder -> known(holder, transaction, amount))
                .orElseGet(() -> heldBack(table.open(transaction.invoiceId())));
    }

    /**
     * What became of a refund, in whatever state: the row that has the key, else the last one that had it and was not
     * applied. The bank is not asked.
     *
     * @return can be given to {@link #settle} while it is started or unknown; empty when the key was never used
     */
    public Optional<EpayRefundLine> find(String refundKey) {
        return table.last(refundKey);
    }

    /**
     * Refunds whose outcome nobody knows: answers that were lost, and calls that began five minutes ago or earlier
     * ({@link #abandonedAfter}) and never ended, as after a crash. Oldest first, at most 1000.
     */
    public List<EpayRefundLine> unsettled() {
        return table.unsettled(clock.instant().minus(longest), MOST_UNSETTLED);
    }

    /**
     * Settles a refund by hand, after the bank was asked.
     *
     * @param why who says so; is kept in the row
     * @throws IllegalStateException when it is neither started nor unknown any more
     */
    public void settle(EpayRefundLine line, Settlement settlement, String why) {
        if (settlement == Settlement.UNKNOWN) {
            throw new IllegalArgumentException("a refund is settled as applied or as not applied");
        }
        if (!table.settle(line.id(), LineState.of(settlement), "settled by hand: " + why)) {
            throw new IllegalStateException("refund " + line.id() + " is settled already");
        }
    }

    private MoneyAnswer<OperationResult> known(
            EpayRefundLine first, TransactionRef transaction, Optional<Tenge> amount) {
        if (!first.transaction().equals(transaction) || !first.amount().equals(amount)) {
            throw new IllegalArgumentException("'" + first.refundKey() + "' is taken by row " + first.id()
                    + " of epay_refund, of another payment or amount");
        }
        return first.state() == LineState.APPLIED
                ? MoneyAnswer.applied(new OperationResult(transaction, Optional.empty()))
                : MoneyAnswer.unknown(
                        OutcomeUnknown.lost("see row " + first.id(), "the refund was asked for before", null),
                        "row " + first.id() + " of epay_refund is "
                                + first.state().word() + " since " + first.startedAt()
                                + ": settle it, no second one was sent; " + first.finding());
    }

    private MoneyAnswer<OperationResult> heldBack(Optional<EpayRefundLine> open) {
        String what = open.map(line -> "refund '" + line.refundKey() + "' of this payment, row " + line.id()
                        + " of epay_refund, is " + line.state().word() + " since " + line.startedAt())
                .orElse("another refund of this payment has just ended");
        boolean underWay = open.map(line -> line.state().underWay(line.startedAt(), clock.instant(), longest))
                .orElse(true);
        return underWay
                ? MoneyAnswer.notApplied(NotSent.forNow(NOBODY, what), "nothing was sent; try again when it has ended")
                : MoneyAnswer.notApplied(NotSent.untilSettled(NOBODY, what), "nothing was sent; settle that row first");
    }

    private MoneyAnswer<OperationResult> sent(
            long line, TransactionRef transaction, Optional<Tenge> amount, String refundKey) {
        if (!leaves(line)) {
            String what = "row " + line + " of epay_refund was settled by somebody else before the refund left";
            return MoneyAnswer.notApplied(NotSent.forNow(NOBODY, what), "nothing was sent");
        }
        MoneyAnswer<OperationResult> answer;
        try {
            answer = epay.refund(transaction, amount, Optional.of(refundKey));
        } catch (RuntimeException | Error broken) {
            end(line, LineState.UNKNOWN, "this program broke off: " + FaultText.of(broken));
            throw broken;
        }
        end(line, LineState.of(answer.settlement()), finding(answer));
        return rechecked(line, transaction, answer);
    }

    /** A refund whose row cannot be marked does not leave. */
    private boolean leaves(long line) {
        try {
            return table.leaves(line);
        } catch (StoreFailed e) {
            end(line, LineState.NOT_APPLIED, "nothing was sent: " + e.getMessage());
            throw e;
        }
    }

    private MoneyAnswer<OperationResult> rechecked(
            long line, TransactionRef transaction, MoneyAnswer<OperationResult> answer) {
        return answer.fold(
                yes -> answer,
                no -> answer,
                unknown -> unknown.look().isEmpty()
                        ? answer
                        : MoneyAnswer.unknown(
                                unknown.reason(),
                                unknown.finding(),
                                () -> looked(line, transaction, unknown.recheck())));
    }

    /** What a later look says counts only while nobody else has settled the row; after that the row answers. */
    private MoneyAnswer<OperationResult> looked(
            long line, TransactionRef transaction, MoneyAnswer<OperationResult> found) {
        LineState state = LineState.of(found.settlement());
        try {
            return table.settle(line, state, finding(found))
                    ? rechecked(line, transaction, found)
                    : settled(table.line(line).orElseThrow(), transaction);
        } catch (StoreFailed e) {
            LOG.error("row {} of epay_refund stays open, it should be '{}': {}", line, state.word(), e.getMessage());
            return rechecked(line, transaction, found);
        }
    }

    private static MoneyAnswer<OperationResult> settled(EpayRefundLine row, TransactionRef transaction) {
        if (row.state() == LineState.APPLIED) {
            return MoneyAnswer.applied(new OperationResult(transaction, Optional.empty()));
        }
        OutcomeUnknown lost = OutcomeUnknown.lost("see row " + row.id(), "the answer was lost", null);
        return MoneyAnswer.notApplied(NotCarriedOut.proved(lost, row.finding()), row.finding());
    }

    private static String finding(MoneyAnswer<OperationResult> answer) {
        return answer.fold(
                yes -> "",
                no -> no.reason().getMessage() + "; " + no.finding(),
                unknown -> unknown.reason().getMessage() + "; " + unknown.finding());
    }

    /** A row that cannot be completed stays open, and holds other refunds of its payment back until it is settled. */
    private void end(long line, LineState state, String finding) {
        try {
            table.answered(line, state, finding);
        } catch (StoreFailed e) {
            LOG.error("row {} of epay_refund stays open, it should be '{}': {}", line, state.word(), e.getMessage());
        }
    }
}
