package kz.paysandbox.emulator.kaspi.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/** Payments in each state they can be in, with the document's waiting times. */
final class Sample {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    static final Duration SCAN_WAIT = Duration.ofMinutes(3);
    static final Duration CONFIRM_WAIT = Duration.ofSeconds(65);
    static final String PHONE = "87010000001";

    private Sample() {}

    static Payment created() {
        return of(PaymentKind.QR, SCAN_WAIT);
    }

    static Payment invoiced() {
        return of(PaymentKind.REMOTE, Duration.ofHours(24));
    }

    static Payment waiting() {
        return Town.achieved(created().scan(NOON.plusSeconds(100), PHONE));
    }

    static Payment paid() {
        return Town.achieved(waiting().confirm(NOON.plusSeconds(110)));
    }

    static Return back(String id, String tenge, int seconds) {
        Money amount = Money.exactly(new BigDecimal(tenge)).orElseThrow();
        return new Return(Long.parseLong(id), amount, NOON.plusSeconds(seconds), "a1");
    }

    private static Payment of(PaymentKind kind, Duration life) {
        Device device = new Device("a1", 1, "A-1", Town.A, 1, true);
        PaymentTerms terms = new PaymentTerms(
                15, kind, new Origin(Scheme.R1, device), Money.tenge(1_000), "15", NOON, NOON.plus(life), CONFIRM_WAIT);
        return Payment.created(terms, kind == PaymentKind.REMOTE ? PHONE : "");
    }
}
