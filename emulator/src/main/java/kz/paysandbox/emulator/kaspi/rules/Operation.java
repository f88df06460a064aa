package kz.paysandbox.emulator.kaspi.rules;

/** The operation of a row of the bank's table, as the rules about callers tell rows apart. */
public enum Operation {
    /** A QR code or a payment link is made. */
    CREATE_CODE,
    CREATE_INVOICE,
    CANCEL_INVOICE,
    PAYMENT_STATUS,
    PAYMENT_DETAILS,
    RETURN_STATUS,
    /** Lists the purchases of a customer who has scanned a return QR code. */
    RETURN_OPERATIONS,
    /** Gives money back to a customer who has scanned a return QR code (3.4.5). */
    RETURN_WITH_CUSTOMER,
    /** Gives money back without the customer (4.5). */
    RETURN_ALONE,
    DELETE_DEVICE,
    /** Looks a customer up by the phone (4.6.1). */
    CLIENT_INFO,
    /** No rule asks for it. */
    OTHER;

    /** Whether money is given back. */
    boolean isReturn() {
        return this == RETURN_WITH_CUSTOMER || this == RETURN_ALONE;
    }
}
