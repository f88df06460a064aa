package kz.paysandbox.emulator.epay.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.domain.Payment;

/** Payment page: how a shop's server takes postLink, and whether it acts once however often it is told. */
final class Deliveries implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    private static final int MOST_ACTS = 20;

    /** Deliveries of a payment's callbacks that a shop may act on: those it acknowledged, and those it has in hand. */
    private record Count(int acknowledged, int underWay) {

        static final Count NONE = new Count(0, 0);

        int all() {
            return acknowledged + underWay;
        }

        Count over(int taken) {
            return new Count(acknowledged + taken, Math.max(0, underWay - 1));
        }
    }

    /** An operation that was applied. */
    private record Act(String what, Instant at, long request) {}

    private final LruCache<String, Count> deliveries;
    /** The run of the findings in which a rule was said to be broken by a callback. */
    private final LruCache<String, Findings.Run> told;

    private final LruCache<String, List<Act>> acts;

    Deliveries(WorldMemory memory) {
        this.deliveries = new LruCache<>(10_000, memory, MemoryKind.RULES, 24);
        this.told = new LruCache<>(10_000, memory, MemoryKind.RULES, 48);
        this.acts = new LruCache<>(10_000, memory, MemoryKind.RULES, 2600);
    }

    /** A delivery goes out; what the shop does of it may reach the bank before its answer. */
    void sent(Callback callback) {
        deliveries.update(
                callback.paymentId(), Count.NONE, before -> new Count(before.acknowledged(), before.underWay() + 1));
    }

    void acknowledged(Callback callback) {
        deliveries.update(callback.paymentId(), Count.NONE, before -> before.over(1));
    }

    /** A delivery ended, and was not acknowledged. */
    void over(Callback callback) {
        deliveries.update(callback.paymentId(), Count.NONE, before -> before.over(0));
    }

    /**
     * A delivery was not acknowledged.
     *
     * @param before the callback as it was before this attempt
     */
    void missed(World world, Callback before, Callback.Attempt attempt) {
        boolean redirect = attempt.status() >= 300 && attempt.status() < 400;
        String answer = attempt.status() == 0
                ? attempt.error()
                : "HTTP " + attempt.status() + (redirect ? ", a redirect, which is not followed" : "");
        if (before.state() == Callback.State.DELIVERED) {
            once(world, EpayClause.CALLBACK_COPY_REFUSED, before, "answered with " + answer + " after a success");
        } else if (before.failures() == 0) {
            once(world, EpayClause.CALLBACK_NOT_ACKNOWLEDGED, before, answer);
        }
    }

    /** An operation with a number of its own may be repeated under it, and one that was asked about was looked at. */
    @Override
    public void look(AnsweredCall call) {
        Optional<String> payment = call.payment().map(Payment::id);
        if (call.tellsStatus()) {
            payment.ifPresent(acts::forget);
        } else if (!call.isRefused() && isNameless(call)) {
            payment.ifPresent(id -> call.operation().ifPresent(operation -> act(call, id, operation)));
        }
    }

    private void act(AnsweredCall call, String payment, Operation operation) {
        String what =
                operation.word() + "\n" + call.amount().map(Money::toString).orElse("");
        Act own = new Act(what, call.now(), call.number());
        List<Act> present = acts.update(payment, List.of(), earlier -> with(earlier, own));
        List<Act> before = present.subList(0, present.size() - 1);
        int times = deliveries.find(payment).orElse(Count.NONE).all();
        before.stream()
                .filter(act -> times > 1
                        && act.what().equals(what)
                        && act.at().isAfter(call.now().minus(SOON)))
                .reduce((older, newer) -> newer)
                .ifPresent(act -> call.finding(
                        EpayClause.CALLBACK_ACTED_TWICE,
                        "the same " + operation.word() + " of transaction " + payment
                                + " was asked for again, and its callback had been delivered " + times + " times",
                        List.of(act.request())));
    }

    private static List<Act> with(List<Act> before, Act next) {
        List<Act> all = Stream.concat(before.stream(), Stream.of(next)).toList();
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_ACTS), all.size()));
    }

    private static boolean isNameless(AnsweredCall call) {
        return call.query("externalID").or(() -> call.text("externalID")).isEmpty();
    }

    private void once(World world, EpayClause clause, Callback callback, String answer) {
        Findings.Run run = world.findings().run();
        if (told.put(clause + callback.id(), run).equals(Optional.of(run))) {
            return;
        }
        world.findings()
                .add(Finding.of(
                        clause, "invoice " + callback.invoiceId() + ": " + answer, callback.requests(), world.now()));
    }
}
