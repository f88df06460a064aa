package kz.paysandbox.gateway.http.kaspi;

import kz.paysandbox.gateway.payment.Payment;

/** How answers of families A, B and C write states and times. */
final class BankWords {
    /** What the seeds' service answers on create; the bank says nothing there. */
    private static final String FIRST = "Wait";

    private BankWords() {}

    /** The bank's word as last seen; before that the word that the bank begins with (Annex 4, 4.6). */
    static String status(Payment payment) {
        return payment.state().bankWord().orElseGet(() -> switch (payment.kind()) {
            case INVOICE -> "RemotePaymentCreated";
            case LINK, QR -> "QrTokenCreated";
            case WIDGET, SAVED_CARD -> throw new IllegalArgumentException("Kaspi takes no cards");
        });
    }

    /** The word on create: of a repeated order the present one. */
    static String created(Payment payment) {
        return payment.state().bankWord().orElse(FIRST);
    }

    static String externalId(Payment payment) {
        return Long.toString(payment.externalId().orElseThrow());
    }
}
