package kz.paysandbox.gateway.payment;

import java.time.Instant;
import java.util.Optional;

/** What a reading of the bank's books makes of a payment. */
public sealed interface Transition {
    /** The payment after it. */
    Payment payment();

    /** The state, or what is known of it, is another. */
    record Moved(Payment payment, ServiceStatus from) implements Transition {
        /** Whether shops are told: the service's state is another. */
        public boolean told() {
            return payment.status() != from;
        }
    }

    /** Nothing is new. */
    record Same(Payment payment) implements Transition {}

    /**
     * The bank's word contradicts what is known; the payment stays as it is and somebody looks into it.
     *
     * @param why for a person
     */
    record Contradiction(Payment payment, String why) implements Transition {}

    /**
     * The transition of a reading. Ended payments are completed by money alone; a paid one becomes refunded, never
     * unpaid. A contradiction is one of the bank with itself.
     */
    static Transition of(Payment payment, BankReading reading, Instant now) {
        Optional<ServiceStatus> next = reading.status();
        if (next.isEmpty()) {
            return said(payment, reading);
        }
        ServiceStatus from = payment.status();
        ServiceStatus to = next.get();
        return switch (from) {
            case PENDING -> moved(payment, to, reading, now);
            case PROCESSING ->
                moved(payment, to == ServiceStatus.PENDING ? ServiceStatus.PROCESSING : to, reading, now);
            case COMPLETED -> completed(payment, to, reading, now);
            case REFUNDED -> refunded(payment, to);
            case FAILED, CANCELLED, EXPIRED -> {
                if (reading.money()) {
                    yield moved(payment, to, reading, now);
                }
                yield reading.authorized() == payment.state().authorized()
                        ? new Same(payment)
                        : state(payment, reading, reading.authorized());
            }
        };
    }

    /** A word that nobody knows is kept, and changes nothing else. */
    private static Transition said(Payment payment, BankReading reading) {
        return state(payment, reading, payment.state().authorized());
    }

    /** The bank's word and whether it holds money, also for a payment that had ended: a hold may be charged or released. */
    private static Transition state(Payment payment, BankReading reading, boolean authorized) {
        PaymentState old = payment.state();
        PaymentState state = new PaymentState(
                old.status(), Optional.of(reading.word()), authorized, old.late(), old.failure(), old.reasonCode());
        return state.equals(old) ? new Same(payment) : new Moved(payment.in(state), old.status());
    }

    private static Transition completed(Payment payment, ServiceStatus to, BankReading reading, Instant now) {
        return switch (to) {
            case COMPLETED, REFUNDED -> moved(payment, to, reading, now);
            case PENDING, PROCESSING, FAILED, CANCELLED, EXPIRED ->
                new Contradiction(payment, "it was paid, and the bank now says " + reading.word());
        };
    }

    private static Transition refunded(Payment payment, ServiceStatus to) {
        return to == ServiceStatus.REFUNDED || to == ServiceStatus.COMPLETED
                ? new Same(payment)
                : new Contradiction(payment, "it was refunded, and the bank now says " + to.word());
    }

    private static Transition moved(Payment payment, ServiceStatus to, BankReading reading, Instant now) {
        PaymentState old = payment.state();
        boolean late = old.late() || (old.status().unpaid() && reading.money());
        PaymentState state = new PaymentState(
                to,
                Optional.of(reading.word()),
                reading.authorized(),
                late,
                to == ServiceStatus.COMPLETED ? Optional.empty() : old.failure(),
                to == ServiceStatus.COMPLETED ? Optional.empty() : old.reasonCode());
        Payment after = payment.in(state);
        if (reading.money()) {
            after = after.at(payment.dates().paid(now));
        }
        return after.equals(payment) ? new Same(payment) : new Moved(after, old.status());
    }
}
