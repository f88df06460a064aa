package kz.paysandbox.emulator.epay.domain;

/**
 * A payment page that was opened for an order.
 *
 * @param id begins with the world's tag, so the page's address alone leads to it
 * @param widget whether it stands in a frame of the shop's page
 * @param paymentId the latest attempt; empty before the first
 * @param paymentNumber the latest attempt's number in the world's sequence; 0 before the first
 */
public record Checkout(String id, Order order, boolean widget, String paymentId, long paymentNumber) {

    /** Before the first attempt. */
    public static Checkout opened(String id, Order order, boolean widget) {
        return new Checkout(id, order, widget, "", 0);
    }

    /** With this attempt, unless a later one is known already. */
    public Checkout tried(Payment payment) {
        return payment.number() > paymentNumber
                ? new Checkout(id, order, widget, payment.id(), payment.number())
                : this;
    }
}
