package kz.paysandbox.emulator.kaspi.domain;

/** The statuses of a return by QR code (Annex 5). */
public enum ReturnStatus {
    QR_TOKEN_CREATED("QrTokenCreated"),
    CUSTOMER_IDENTITY_OBTAINED("CustomerIdentityObtained"),
    ERROR("Error");

    private final String wire;

    ReturnStatus(String wire) {
        this.wire = wire;
    }

    /** The bank's word for it. */
    public String wire() {
        return wire;
    }
}
