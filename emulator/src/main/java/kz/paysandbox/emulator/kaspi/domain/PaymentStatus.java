package kz.paysandbox.emulator.kaspi.domain;

/** The statuses of a purchase (Annex 4), and the two of remote invoices that were seen in production. */
public enum PaymentStatus {
    QR_TOKEN_CREATED("QrTokenCreated", false),
    WAIT("Wait", false),
    PROCESSED("Processed", true),
    ERROR("Error", true),
    REMOTE_PAYMENT_CREATED("RemotePaymentCreated", false),
    REMOTE_PAYMENT_CANCELED("RemotePaymentCanceled", true);

    private final String wire;
    private final boolean last;

    PaymentStatus(String wire, boolean last) {
        this.wire = wire;
        this.last = last;
    }

    /** The bank's word for it. */
    public String wire() {
        return wire;
    }

    /** Whether nothing follows it. */
    public boolean isFinal() {
        return last;
    }
}
