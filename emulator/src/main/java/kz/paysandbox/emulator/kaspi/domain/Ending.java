package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;

/** The end of a payment by somebody's act, or by time that has been settled. */
public record Ending(Kind kind, Instant at) {

    /** What ended it. */
    public enum Kind {
        PAID(PaymentStatus.PROCESSED),
        DECLINED(PaymentStatus.ERROR),
        SCAN_FAILED(PaymentStatus.ERROR),
        CANCELED(PaymentStatus.REMOTE_PAYMENT_CANCELED),
        LAPSED(PaymentStatus.ERROR);

        private final PaymentStatus status;

        Kind(PaymentStatus status) {
            this.status = status;
        }
    }

    public PaymentStatus status() {
        return kind.status;
    }
}
