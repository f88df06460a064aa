package kz.paysandbox.gateway.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/** Payments for tests. */
public final class TestPayments {
    /** When they were made. */
    public static final Instant MADE = Instant.parse("2026-11-27T10:00:00Z");

    private TestPayments() {}

    /** A payment of 100 tenge in a state. */
    public static Payment of(PaymentKind kind, ServiceStatus status) {
        return new Payment(
                "9b1d0000-0000-4000-8000-000000000001",
                "5",
                kind,
                PaymentState.NEW.to(status),
                Tenge.of(100),
                Tenge.ZERO,
                kind.provider() == Provider.KASPI
                        ? BankReference.kaspi(1, "180340021791").numbered(13_000_000_001L)
                        : BankReference.epay("300000000001"),
                new PaymentTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PaymentTerms.CardTerms.NONE),
                PaymentDates.from(MADE, Duration.ofHours(2), Duration.ofSeconds(5)));
    }
}
