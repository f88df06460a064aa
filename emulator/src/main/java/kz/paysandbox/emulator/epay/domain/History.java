package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All statuses that a payment has had, each since when. */
public final class History {

    /** A status and since when. */
    public record Step(PaymentStatus status, Instant at) {}

    private History() {}

    /** Oldest first, up to {@code now}. */
    public static List<Step> of(Payment payment, Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(PaymentStatus.NEW, payment.created()));
        payment.challenge().ifPresent(asked -> steps.add(new Step(PaymentStatus.THREE_D, asked.began())));
        payment.verdict().ifPresent(verdict -> steps.add(new Step(first(payment, verdict), verdict.at())));
        MoneyMovements movements = payment.movements();
        movements
                .charged()
                .filter(charge -> payment.order().shop().steps() == 2)
                .ifPresent(charge -> steps.add(new Step(PaymentStatus.CHARGE, charge.at())));
        movements
                .canceled()
                .ifPresent(cancel -> steps.add(
                        new Step(cancel.byTime() ? PaymentStatus.CANCEL_OLD : PaymentStatus.CANCEL, cancel.at())));
        PaymentStatus present = payment.at(now);
        if (steps.get(steps.size() - 1).status() != present) {
            steps.add(new Step(present, lastRefund(movements).orElseGet(payment::deadline)));
        }
        return List.copyOf(steps);
    }

    private static PaymentStatus first(Payment payment, Verdict verdict) {
        return switch (verdict.kind()) {
            case REJECTED -> PaymentStatus.REJECT;
            case FAILED -> PaymentStatus.FAILED;
            case GRANTED ->
                payment.order().isVerification()
                        ? PaymentStatus.VERIFIED
                        : payment.order().shop().steps() == 1 ? PaymentStatus.CHARGE : PaymentStatus.AUTH;
        };
    }

    private static Optional<Instant> lastRefund(MoneyMovements movements) {
        List<Refund> refunds = movements.refunds();
        return refunds.isEmpty()
                ? Optional.empty()
                : Optional.of(refunds.get(refunds.size() - 1).at());
    }
}
