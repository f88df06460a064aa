package kz.paysandbox.adapters.kaspi.payment;

import java.time.Instant;

/** A payment that the customer makes in front of the till or by a link, and that may be followed by polling. */
public sealed interface Payment permits LinkPayment, QrPayment {
    /** {@code QrPaymentId} or {@code PaymentId}, for status and refund. */
    long id();

    /** When the code or link stops working, by the bank's clock ({@code ExpireDate}). */
    Instant expiresAt();

    /** When the answer arrived, by the caller's clock: the life is counted from here (2.3). */
    Instant receivedAt();

    /** The rhythm that the bank announced. */
    PaymentTimes times();

    /** For whom and by which till it was opened. */
    Till till();
}
