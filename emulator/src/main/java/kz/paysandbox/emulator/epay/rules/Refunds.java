package kz.paysandbox.emulator.epay.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.domain.Payment;

/**
 * Refund page: the same refund sent again without a number of its own, and without asking what became of the first, is
 * how money goes back twice. What was refused may be tried again.
 */
final class Refunds implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    private record Attempt(String amount, Instant at, long request) {}

    private final LruCache<String, Attempt> applied;

    Refunds(WorldMemory memory) {
        this.applied = new LruCache<>(10_000, memory, MemoryKind.RULES, 150);
    }

    @Override
    public void look(AnsweredCall call) {
        if (call.tellsStatus()) {
            call.payment().map(Payment::id).ifPresent(applied::forget);
        } else if (call.kind() == Operation.REFUND) {
            call.payment().map(Payment::id).ifPresent(payment -> {
                if (!call.isRefused() && !call.worldCall().answerDelivered()) {
                    call.exercises(EpaySituation.REFUNDED_IN_DOUBT);
                }
                if (isNameless(call)) {
                    refund(call, payment);
                }
            });
        }
    }

    private void refund(AnsweredCall call, String payment) {
        String amount = call.amount().map(Money::toString).orElse("all that is left");
        Attempt own = new Attempt(amount, call.now(), call.number());
        Optional<Attempt> earlier = call.isRefused() ? applied.find(payment) : applied.put(payment, own);
        earlier.filter(before -> before.amount().equals(amount))
                .filter(before -> before.at().isAfter(call.now().minus(SOON)))
                .ifPresent(before -> call.finding(
                        EpayClause.REFUND_BLIND_RETRY,
                        call.isRefused() ? Severity.WARNING : Severity.ERROR,
                        "the same amount of transaction " + payment
                                + (call.isRefused() ? " was asked for again, and refused," : " was refunded again,")
                                + " without externalID and without asking for its status",
                        List.of(before.request())));
    }

    private static boolean isNameless(AnsweredCall call) {
        return call.query("externalID").or(() -> call.text("externalID")).isEmpty();
    }
}
