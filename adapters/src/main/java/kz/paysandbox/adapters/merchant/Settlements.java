package kz.paysandbox.adapters.merchant;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.merchant.Rechecks.Promises;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;

/** The settling of lines that nobody came back to. Nothing is ever sent again. */
final class Settlements {
    private final KaspiR3 kaspi;
    private final ShopConfigs configs;
    private final PaymentLog log;
    private final Journal journal;
    private final Lines lines;
    private final Tills tills;
    private final TurnWait turns;
    private final Promises promises;

    Settlements(
            KaspiR3 kaspi,
            ShopConfigs configs,
            Database database,
            Journal journal,
            Lines lines,
            Tills tills,
            TurnWait turns,
            Promises promises) {
        this.kaspi = kaspi;
        this.configs = configs;
        this.log = PaymentLog.of(database);
        this.journal = journal;
        this.lines = lines;
        this.tills = tills;
        this.turns = turns;
        this.promises = promises;
    }

    List<LogEntry> unsettled(int most) {
        return log.unsettled(turns.abandonedUntil(), most);
    }

    LogEntry resolve(long id) {
        journal.writePending();
        LogEntry entry = entry(id);
        if (!entry.state().unsettled() || turns.underWay(entry)) {
            return entry;
        }
        LineEnd found;
        try {
            found = switch (entry.operation()) {
                case CREATE -> create(entry);
                case REFUND -> refund(entry);
                case CANCEL -> cancel(kaspi.status(entry.paymentId().orElseThrow()));
                case STATUS, REGISTER -> LineEnd.of(LineState.FAILED, "a reading that nobody came back to");
            };
        } catch (PaymentException e) {
            found = LineEnd.of(LineState.UNKNOWN, "the bank could not be asked: " + e.getMessage());
        }
        journal.settle(id, found);
        return entry(id);
    }

    /** A code or link is handed out after its line is completed only, so nobody holds that of an open line. */
    private static LineEnd create(LogEntry entry) {
        boolean harmlessIfLost = entry.kind()
                .filter(kind -> kind.equals(Opening.QR.kind()) || kind.equals(Opening.LINK.kind()))
                .isPresent();
        return harmlessIfLost
                ? LineEnd.of(LineState.NOT_APPLIED, "nobody was given the code or link, so nobody can pay it")
                : LineEnd.of(
                        LineState.UNKNOWN,
                        "no look-up by order or phone exists; the invoice may be on the customer's phone for 24"
                                + " hours: ask the customer or the bank, and settle the line");
    }

    private LineEnd refund(LogEntry entry) {
        if (entry.refundableBefore().isEmpty()) {
            return entry.kind().isPresent()
                    ? LineEnd.of(LineState.NOT_APPLIED, "the program ended before the refund was sent")
                    : LineEnd.of(LineState.UNKNOWN, "what could be refunded before is not known: ask the bank");
        }
        ShopConfig config = configs.find(entry.configId()).orElseThrow();
        Tenge now = tills.reading(
                        config, till -> kaspi.details(entry.paymentId().orElseThrow(), till.device()))
                .refundable();
        return compared(
                entry.refundableBefore().get(),
                now,
                entry.amount().orElse(Tenge.ZERO),
                promises.unchangedMeansNot(entry.startedAt(), turns.clock().instant()));
    }

    /** What is left never grows, and no other refund over this database was sent while the line was open. */
    private LineEnd compared(Tenge before, Tenge now, Tenge amount, boolean unchangedMeansNot) {
        String finding = "refundable was " + before + " and is " + now + " tenge";
        if (now.compareTo(before) > 0) {
            return LineEnd.of(
                    LineState.UNKNOWN, finding + ", which no refund explains: ask the bank and settle the line");
        }
        if (now.compareTo(amount) < 0 && before.compareTo(now.plus(amount)) < 0) {
            return LineEnd.of(
                    LineState.NOT_APPLIED, finding + ": too little has gone for this refund, and too little is left");
        }
        if (now.equals(before) && unchangedMeansNot) {
            return LineEnd.of(LineState.NOT_APPLIED, finding + ", and unchanged books are assumed to stay so");
        }
        if (now.plus(amount).equals(before) && promises.soleOperator()) {
            return LineEnd.of(LineState.APPLIED, finding + ", and nobody else is assumed to refund");
        }
        return LineEnd.of(LineState.UNKNOWN, finding + ": that proves nothing, ask the bank and settle the line");
    }

    /** Completes the line of a cancellation by the invoice's state. */
    LogEntry resolve(long id, PaymentStatus now) {
        journal.writePending();
        LogEntry entry = entry(id);
        if (entry.operation() != Operation.CANCEL) {
            throw new IllegalArgumentException("line " + id + " is no cancellation");
        }
        if (entry.state().unsettled() && !turns.underWay(entry)) {
            journal.settle(id, cancel(now));
        }
        return entry(id);
    }

    private static LineEnd cancel(PaymentStatus now) {
        String finding = "the invoice is " + now.raw();
        return switch (now.kind()) {
            case REMOTE_CANCELED -> LineEnd.of(LineState.APPLIED, finding);
            case PROCESSED, ERROR -> LineEnd.of(LineState.NOT_APPLIED, finding);
            case CREATED, WAIT, REMOTE_CREATED, UNKNOWN -> LineEnd.of(LineState.UNKNOWN, finding);
        };
    }

    LogEntry settle(long id, Settlement settlement, Optional<Long> paymentId, String why) {
        if (settlement == Settlement.UNKNOWN) {
            throw new IllegalArgumentException("a line is settled as applied or as not applied");
        }
        boolean invoice =
                entry(id).kind().filter(Opening.INVOICE.kind()::equals).isPresent();
        LineEnd end = LineEnd.of(LineState.of(settlement), "settled by hand: " + why)
                .opened(paymentId, paymentId.filter(given -> invoice).map(String::valueOf));
        if (!journal.settle(id, end)) {
            throw new IllegalStateException(
                    "line " + id + " is " + entry(id).state().word() + " already");
        }
        return entry(id);
    }

    private LogEntry entry(long id) {
        return lines.line(id)
                .map(Line::entry)
                .orElseThrow(() -> new IllegalArgumentException("payment_log has no line " + id));
    }
}
