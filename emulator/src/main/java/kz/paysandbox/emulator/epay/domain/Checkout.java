package kz.paysandbox.emulator.epay.domain;

/**
 * A payment page that was opened for an order.
 *
 * @param id begins with the world's tag, so the page's address alone leads to it
 * @param widget whether it stands in a frame of the shop's page
 * @param paymentId the latest attempt; empty before the first
 */
public record Checkout(String id, Order order, boolean widget, String paymentId) {

    public Checkout tried(Payment payment) {
        return new Checkout(id, order, widget, payment.id());
    }
}
