package kz.paysandbox.emulator.kaspi.domain;

/** The way in which a purchase reaches the customer. */
public enum PaymentKind {
    /** A QR code to be scanned (2.3.1). */
    QR,
    /** A link to be followed (2.3.2). */
    LINK,
    /** An invoice to a phone number (4.6.2). */
    REMOTE
}
