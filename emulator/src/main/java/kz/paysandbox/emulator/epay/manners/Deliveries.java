package kz.paysandbox.emulator.epay.manners;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Recent;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.domain.Payment;

/** Payment page: how a shop's server takes postLink, and whether it acts once however often it is told. */
final class Deliveries implements Rule {

    private final Recent<String, Integer> deliveries = new Recent<>(10_000);
    private final Recent<String, EpayClause> told = new Recent<>(10_000);
    private final Recent<String, Long> acts = new Recent<>(10_000);

    /** A delivery goes out; what the shop does of it may reach the bank before its answer. */
    void sent(Callback callback) {
        deliveries.update(callback.paymentId(), 0, before -> before + 1);
    }

    /**
     * A delivery was not acknowledged.
     *
     * @param before the callback as it was before this attempt
     */
    void missed(World world, Callback before, Callback.Attempt attempt) {
        String answer = attempt.status() == 0 ? attempt.error() : "HTTP " + attempt.status();
        if (before.state() == Callback.State.DELIVERED) {
            once(world, EpayClause.CALLBACK_COPY_REFUSED, before, "answered with " + answer + " after a success");
        } else if (before.failures() == 0) {
            once(world, EpayClause.CALLBACK_NOT_ACKNOWLEDGED, before, answer);
        }
    }

    @Override
    public void look(Observed call) {
        Optional<String> payment = call.payment().map(Payment::id);
        if (call.operation().isEmpty() || payment.isEmpty()) {
            return;
        }
        String operation = call.operation().get();
        String act = String.join(
                "\n",
                payment.get(),
                operation,
                call.amount().map(Money::toString).orElse(""),
                call.query("externalID").or(() -> call.text("externalID")).orElse(""));
        Optional<Long> before = acts.put(act, call.number());
        int times = deliveries.find(payment.get()).orElse(0);
        if (before.isPresent() && times > 1) {
            call.finding(
                    EpayClause.CALLBACK_ACTED_TWICE,
                    "the same " + operation + " of transaction " + payment.get()
                            + " was asked for again, and its callback had been delivered " + times + " times",
                    List.of(before.get()));
        }
    }

    private void once(World world, EpayClause clause, Callback callback, String answer) {
        if (told.put(clause + callback.id(), clause).isPresent()) {
            return;
        }
        world.findings()
                .add(Finding.of(
                        clause, "invoice " + callback.invoiceId() + ": " + answer, callback.requests(), world.now()));
    }
}
