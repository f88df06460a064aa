package kz.paysandbox.adapters.merchant;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/** The creates of payments, one for each order of a shop. */
final class Openings {
    private final KaspiR3 kaspi;
    private final ShopConfigs configs;
    private final Journal journal;
    private final Lines lines;
    private final Tills tills;
    private final TurnWait turns;
    private final Rechecks rechecks;

    Openings(
            KaspiR3 kaspi,
            ShopConfigs configs,
            Journal journal,
            Lines lines,
            Tills tills,
            TurnWait turns,
            Rechecks rechecks) {
        this.kaspi = kaspi;
        this.configs = configs;
        this.journal = journal;
        this.lines = lines;
        this.tills = tills;
        this.turns = turns;
        this.rechecks = rechecks;
    }

    /**
     * What a shop asks for.
     *
     * @param bin the BIN that it names
     * @param row the very row that it names
     */
    record Demand(String shop, Optional<Bin> bin, Optional<ShopConfig> row, Tenge amount, String order) {
        static Demand of(String shop, Optional<Bin> bin, Tenge amount, String order) {
            return new Demand(shop, bin, Optional.empty(), amount, order);
        }

        static Demand at(ShopConfig row, Tenge amount, String order) {
            return new Demand(row.shop(), Optional.empty(), Optional.of(row), amount, order);
        }

        Demand {
            LineStart.checked(order, "an order's number");
            if (!amount.positive()) {
                throw new IllegalArgumentException("an order is for more than nothing");
            }
        }
    }

    MoneyAnswer<QrPayment> qr(Demand demand) {
        return open(demand, Opening.QR, at -> kaspi.createQr(at.bin(), order(at, demand)));
    }

    MoneyAnswer<LinkPayment> link(Demand demand) {
        return open(demand, Opening.LINK, at -> kaspi.createLink(at.bin(), order(at, demand)));
    }

    MoneyAnswer<RemoteInvoice> invoice(Demand demand, Phone phone, Optional<String> message) {
        return open(
                demand, Opening.INVOICE, at -> kaspi.invoice(at.bin(), at.device(), phone, demand.amount(), message));
    }

    private static Order order(ShopConfig at, Demand demand) {
        return Order.of(at.device(), demand.amount(), demand.order());
    }

    private <T> MoneyAnswer<T> open(Demand demand, Opening<T> opening, Function<ShopConfig, MoneyAnswer<T>> call) {
        journal.writePending();
        for (int looks = 0; ; looks++) {
            Optional<Line> holder = lines.holder(demand.shop(), Operation.CREATE, demand.order());
            if (holder.isPresent()) {
                if (turns.waited(holder.get().entry(), looks)) {
                    continue;
                }
                if (!over(holder.get().entry())) {
                    same(demand, opening, holder.get().entry());
                    return known(holder.get(), opening);
                }
                journal.free(holder.get().entry().id());
            }
            ShopConfig config = chosen(demand);
            OptionalLong line =
                    journal.begin(LineStart.create(config, opening.kind(), demand.order(), demand.amount()));
            if (line.isPresent()) {
                return sent(line.getAsLong(), config, opening, call);
            }
        }
    }

    private ShopConfig chosen(Demand demand) {
        BinSelection selection = new BinSelection(demand.shop(), configs.of(demand.shop()));
        return demand.row().map(selection::exactly).orElseGet(() -> selection.forPayment(demand.bin()));
    }

    private static void same(Demand demand, Opening<?> opening, LogEntry first) {
        first.amount().filter(amount -> !amount.equals(demand.amount())).ifPresent(amount -> {
            throw new OrderConflict(first, "it is for " + amount + " tenge, not " + demand.amount());
        });
        first.kind().filter(kind -> !kind.equals(opening.kind())).ifPresent(kind -> {
            throw new OrderConflict(first, "it was opened as " + kind + ", not as " + opening.kind());
        });
        demand.bin().filter(bin -> !bin.equals(first.bin())).ifPresent(bin -> {
            throw new OrderConflict(first, "it is for BIN " + first.bin() + ", not " + bin);
        });
        demand.row().filter(row -> row.id() != first.configId()).ifPresent(row -> {
            throw new OrderConflict(
                    first, "it was opened at row " + first.configId() + " of payment_config, not " + row.id());
        });
    }

    /** What the bank answered to an order, if it opened it so and the answer is kept. */
    <T> Optional<T> kept(String shop, String order, Opening<T> opening) {
        return lines.holder(shop, Operation.CREATE, order)
                .filter(line -> line.entry().state() == LineState.APPLIED
                        && line.entry().kind().equals(Optional.of(opening.kind())))
                .flatMap(line -> line.answer().map(kept -> opening.read().apply(kept, till(line.entry()))));
    }

    /** The first one's answer, or what is known of it. */
    private <T> MoneyAnswer<T> known(Line line, Opening<T> opening) {
        if (line.entry().state() != LineState.APPLIED) {
            return rechecks.of(line, "order", present -> known(present, opening));
        }
        return line.answer()
                .map(kept -> MoneyAnswer.applied(opening.read().apply(kept, till(line.entry()))))
                .orElseGet(() -> notKept(line.entry()));
    }

    private static <T> MoneyAnswer<T> notKept(LogEntry entry) {
        return MoneyAnswer.unknown(
                OutcomeUnknown.lost("see line " + entry.id(), "the order was opened before", null),
                "it was opened as payment " + entry.paymentId().orElse(0L)
                        + ", and what the bank answered was not kept");
    }

    private Till till(LogEntry entry) {
        return configs.find(entry.configId()).orElseThrow().till();
    }

    /** Whether the bank says that the payment has ended without money; if it cannot be asked, it does not say so. */
    private boolean over(LogEntry entry) {
        try {
            return entry.state() == LineState.APPLIED
                    && entry.paymentId()
                            .map(kaspi::status)
                            .filter(PaymentStatus::terminal)
                            .filter(status -> !status.paid())
                            .isPresent();
        } catch (PaymentException cannotBeAsked) {
            return false;
        }
    }

    private <T> MoneyAnswer<T> sent(
            long line, ShopConfig config, Opening<T> opening, Function<ShopConfig, MoneyAnswer<T>> call) {
        MoneyAnswer<T> answer = journal.call(line, () -> tills.money(config, call));
        LineEnd end = end(answer, opening);
        if (!opening.harmlessIfLost() || answer.ifApplied().isEmpty()) {
            journal.answered(line, end);
            return rechecks.of(line, answer, now -> end(now, opening), present -> known(present, opening));
        }
        String withheld = "the bank opened it, and the code or link was given to nobody, for line " + line
                + " of payment_log could not be completed";
        if (journal.end(line, end, LineEnd.of(LineState.UNKNOWN, withheld))) {
            return answer;
        }
        return MoneyAnswer.unknown(OutcomeUnknown.lost("see line " + line, "an answer was withheld", null), withheld);
    }

    private static <T> LineEnd end(MoneyAnswer<T> answer, Opening<T> opening) {
        return LineEnd.of(answer)
                .opened(
                        answer.ifApplied().map(opening.id()::applyAsLong),
                        answer.ifApplied().map(opening.write()));
    }
}
