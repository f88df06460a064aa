package kz.paysandbox.emulator.epay.domain;

/** The eleven values of statusName (status page and clients in production). */
public enum PaymentStatus {
    NEW("NEW", "1"),
    AUTH("AUTH", "2"),
    CHARGE("CHARGE", "3"),
    CANCEL("CANCEL", "4"),
    CANCEL_OLD("CANCEL_OLD", "5"),
    REFUND("REFUND", "6"),
    REJECT("REJECT", "7"),
    FAILED("FAILED", "8"),
    THREE_D("3D", "9"),
    FINGERPRINT("FINGERPRINT", "10"),
    VERIFIED("VERIFIED", "11");

    private final String wire;
    private final String id;

    PaymentStatus(String wire, String id) {
        this.wire = wire;
        this.id = id;
    }

    /** The bank's word for it. */
    public String wire() {
        return wire;
    }

    /** {@code statusID}; the bank's numbers are not public, these are ours. */
    public String id() {
        return id;
    }

    /** Whether the invoice may be paid again. */
    public boolean isFailure() {
        return this == REJECT || this == FAILED;
    }

    /** Whether money or a verification was granted at some time. */
    public boolean isGranted() {
        return switch (this) {
            case AUTH, CHARGE, CANCEL, CANCEL_OLD, REFUND, VERIFIED -> true;
            case NEW, REJECT, FAILED, THREE_D, FINGERPRINT -> false;
        };
    }

    /** Whether nothing follows it that time or the merchant could do. */
    public boolean isFinal() {
        return switch (this) {
            case CANCEL, CANCEL_OLD, REFUND, REJECT, FAILED, VERIFIED -> true;
            case NEW, AUTH, CHARGE, THREE_D, FINGERPRINT -> false;
        };
    }
}
