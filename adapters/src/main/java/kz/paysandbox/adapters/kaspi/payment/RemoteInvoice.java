package kz.paysandbox.adapters.kaspi.payment;

import java.util.Optional;

/**
 * An invoice on a customer's phone (remote/create; 4.6.2). Its status is asked on an event only, never on a timer
 * (4.6), so it is no {@link Payment} and cannot be followed.
 *
 * @param id {@code QrPaymentId}
 * @param till for whom and by which till it was made; empty where the number alone is known
 */
public record RemoteInvoice(long id, Optional<Till> till) {
    /** An invoice of which the number alone is known. */
    public RemoteInvoice(long id) {
        this(id, Optional.empty());
    }
}
