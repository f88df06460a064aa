package kz.paysandbox.emulator.kaspi.domain.merchants;

import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** A device that may be used, with the trade point and organisation it stands in. */
public record Till(Device device, TradePoint tradePoint, Organization organization) {

    /** Whether it may take QR and link payments: trade point, QR payments, payment methods, in this order. */
    public Outcome<Till, Refusal> forSale() {
        if (!tradePoint.qrPayments()) {
            return Refusal.refuse(Reason.NO_QR_PAYMENTS);
        }
        return Outcome.ok(this);
    }

    /** Whether there is any method to pay by; the bank checks it last. */
    public Outcome<Till, Refusal> withMethods() {
        return organization.paymentMethods().isEmpty() ? Refusal.refuse(Reason.NO_PAYMENT_METHODS) : Outcome.ok(this);
    }
}
