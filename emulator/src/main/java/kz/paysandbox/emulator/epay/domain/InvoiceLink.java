package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;

/**
 * A link by which a customer pays an invoice (invoice page).
 *
 * @param id begins with the world's tag, so the link alone leads to it
 */
public record InvoiceLink(String id, Order order, Instant created, Instant expires) {

    public boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }
}
