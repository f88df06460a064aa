package kz.paysandbox.emulator.thirdbank;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.PaymentView;

/**
 * A payment of the toy bank; it lapses a minute after it was made.
 *
 * @param decided what the customer decided, and when
 * @param refunded what the cashier gave back
 */
record ToyPayment(
        String id,
        BigDecimal amount,
        String reference,
        Instant made,
        Optional<PaymentView.Step> decided,
        BigDecimal refunded) {

    static final List<String> STATUSES = List.of("WAITING", "PAID", "DECLINED", "LAPSED");

    private static final Duration LIFE = Duration.ofMinutes(1);

    Instant lapses() {
        return made.plus(LIFE);
    }

    boolean isOpen(Instant now) {
        return decided.isEmpty() && now.isBefore(lapses());
    }

    String status(Instant now) {
        return decided.map(PaymentView.Step::status).orElse(isOpen(now) ? "WAITING" : "LAPSED");
    }

    ToyPayment decide(String status, Instant now) {
        return new ToyPayment(
                id, amount, reference, made, Optional.of(new PaymentView.Step(status, now.toString())), refunded);
    }

    ToyPayment refund(BigDecimal more) {
        return new ToyPayment(id, amount, reference, made, decided, refunded.add(more));
    }

    PaymentView view(Instant now) {
        boolean paid = status(now).equals("PAID");
        return new PaymentView(
                id,
                ToyModule.NAME,
                "toy",
                new PaymentView.Sums(amount, paid ? amount : BigDecimal.ZERO, refunded, "KZT"),
                status(now),
                PaymentView.Merchant.of("", reference),
                List.of(new PaymentView.Step("WAITING", made.toString())),
                PaymentView.Prospects.NONE);
    }
}
