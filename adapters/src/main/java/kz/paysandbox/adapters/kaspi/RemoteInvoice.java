package kz.paysandbox.adapters.kaspi;

/**
 * An invoice on a customer's phone (remote/create; 4.6.2). Its status is asked on an event only, never on a timer
 * (4.6), so it is no {@link Payment} and cannot be followed.
 *
 * @param id {@code QrPaymentId}
 */
public record RemoteInvoice(long id) {}
