package kz.paysandbox.adapters.merchant;

import java.util.Optional;
import java.util.OptionalLong;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/**
 * Refunds, each key of a shop once, and of one payment one after the other, in all processes over one database; and
 * cancellations of unpaid invoices.
 */
final class Reversals {
    private static final String NOBODY = "none";
    private static final String CANCELED = "RemotePaymentCanceled";

    private final KaspiR3 kaspi;
    private final Journal journal;
    private final Lines lines;
    private final Tills tills;
    private final TurnWait turns;
    private final Rechecks rechecks;

    Reversals(KaspiR3 kaspi, Journal journal, Lines lines, Tills tills, TurnWait turns, Rechecks rechecks) {
        this.kaspi = kaspi;
        this.journal = journal;
        this.lines = lines;
        this.tills = tills;
        this.turns = turns;
        this.rechecks = rechecks;
    }

    /** What a shop asks for. */
    record Demand(long paymentId, Tenge amount, String key) {
        Demand {
            LineStart.checked(key, "a refund's key");
            if (!amount.positive()) {
                throw new IllegalArgumentException("a refund is for more than nothing");
            }
        }
    }

    MoneyAnswer<Refund> refund(ShopConfig config, Demand demand) {
        journal.writePending();
        for (int looks = 0; ; looks++) {
            Optional<Line> holder = lines.holder(config.shop(), Operation.REFUND, demand.key());
            if (holder.isPresent()) {
                same(demand, holder.get().entry());
                if (turns.waited(holder.get().entry(), looks)) {
                    continue;
                }
                return known(holder.get(), config, demand);
            }
            OptionalLong line =
                    journal.begin(LineStart.refund(config, demand.key(), demand.paymentId(), demand.amount()));
            if (line.isPresent()) {
                return sent(line.getAsLong(), config, demand);
            }
            Optional<LogEntry> open =
                    lines.openRefund(demand.paymentId()).map(Line::entry).filter(entry -> !own(entry, config, demand));
            if (open.isPresent() && !turns.waited(open.get(), looks)) {
                return heldBack(open.get());
            }
        }
    }

    /** Whether a line has this very key; a refund of version 0.1.0 has no kind and no key, only its payment's number. */
    private static boolean own(LogEntry entry, ShopConfig config, Demand demand) {
        return entry.kind().isPresent()
                && entry.shop().equals(config.shop())
                && entry.externalId().equals(Optional.of(demand.key()));
    }

    private static void same(Demand demand, LogEntry first) {
        first.paymentId().filter(id -> id != demand.paymentId()).ifPresent(id -> {
            throw new OrderConflict(first, "it refunds payment " + id + ", not " + demand.paymentId());
        });
        first.amount().filter(amount -> !amount.equals(demand.amount())).ifPresent(amount -> {
            throw new OrderConflict(first, "it refunds " + amount + " tenge, not " + demand.amount());
        });
    }

    private MoneyAnswer<Refund> known(Line line, ShopConfig config, Demand demand) {
        return line.entry().state() == LineState.APPLIED
                ? MoneyAnswer.applied(new Refund(
                        line.entry().returnOperationId(), demand.paymentId(), demand.amount(), config.till()))
                : rechecks.of(line, "refund", present -> known(present, config, demand));
    }

    private MoneyAnswer<Refund> heldBack(LogEntry open) {
        String what = "refund '" + open.externalId().orElse("") + "' of this payment, line " + open.id()
                + " of payment_log, is " + open.state().word() + " since " + open.startedAt();
        return turns.underWay(open)
                ? MoneyAnswer.notApplied(NotSent.forNow(NOBODY, what), "nothing was sent; try again when it has ended")
                : MoneyAnswer.notApplied(
                        NotSent.untilSettled(NOBODY, what), "nothing was sent; resolve or settle that line first");
    }

    private MoneyAnswer<Refund> sent(long line, ShopConfig config, Demand demand) {
        Tenge before;
        try {
            before = journal.reading(
                    line,
                    () -> tills.reading(config, now -> kaspi.details(demand.paymentId(), now.device()))
                            .refundable());
        } catch (PaymentException e) {
            return MoneyAnswer.notApplied(e, "the purchase could not be read, so no refund was sent");
        }
        if (!written(line, before)) {
            return MoneyAnswer.notApplied(
                    NotSent.forNow(NOBODY, "line " + line + " of payment_log is no longer its own"),
                    "nothing was sent");
        }
        MoneyAnswer<Refund> answer = journal.call(
                line,
                () -> tills.money(
                        config, now -> kaspi.refund(now.bin(), now.device(), demand.paymentId(), demand.amount())));
        journal.answered(line, end(answer));
        return rechecks.of(line, answer, Reversals::end, present -> known(present, config, demand));
    }

    MoneyAnswer<Cancellation> cancellation(ShopConfig config, long paymentId) {
        long line = journal.begin(LineStart.cancel(config, paymentId)).orElseThrow();
        MoneyAnswer<Cancellation> answer = journal.call(
                line,
                () -> tills.money(
                        config, till -> kaspi.cancelInvoice(till.bin(), till.device(), new RemoteInvoice(paymentId))));
        journal.answered(line, LineEnd.of(answer));
        return rechecks.of(line, answer, LineEnd::of, present -> cancelled(present, config));
    }

    private MoneyAnswer<Cancellation> cancelled(Line line, ShopConfig config) {
        return line.entry().state() == LineState.APPLIED
                ? MoneyAnswer.applied(new Cancellation(
                        line.entry().paymentId().orElseThrow(), PaymentStatus.of(CANCELED), config.till()))
                : rechecks.of(line, "cancellation", present -> cancelled(present, config));
    }

    private static LineEnd end(MoneyAnswer<Refund> answer) {
        return LineEnd.of(answer).refunded(answer.ifApplied().flatMap(Refund::operationId));
    }

    /** Without what a look at the books could be compared with, no refund leaves. */
    private boolean written(long line, Tenge before) {
        try {
            return journal.refundable(line, before);
        } catch (StoreFailed e) {
            LineEnd end = LineEnd.of(LineState.NOT_APPLIED, "nothing was sent: " + e.getMessage());
            journal.end(line, end, end);
            throw e;
        }
    }
}
