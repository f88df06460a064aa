package kz.paysandbox.emulator.thirdbank;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.WorldPart;

/** The payments of one world. */
final class ToyBank implements WorldPart {

    private final Map<String, ToyPayment> payments = new ConcurrentSkipListMap<>();

    void put(ToyPayment payment) {
        payments.put(payment.id(), payment);
    }

    Optional<ToyPayment> find(String id) {
        return Optional.ofNullable(payments.get(id));
    }

    ToyPayment change(String id, UnaryOperator<ToyPayment> change) {
        return payments.compute(id, (key, present) -> change.apply(present));
    }

    List<ToyPayment> all() {
        return List.copyOf(payments.values());
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return all().stream()
                .filter(payment -> payment.isOpen(after) && !payment.isOpen(until))
                .map(payment -> DueEvent.done(payment.lapses(), "toy.payment.lapsed", payment.id()))
                .toList();
    }

    @Override
    public void settle(Instant until) {
        all().stream()
                .filter(payment -> payment.decided().isEmpty() && !payment.isOpen(until))
                .forEach(payment -> put(payment.decide("LAPSED", payment.lapses())));
    }
}
