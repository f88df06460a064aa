package kz.paysandbox.adapters.epay.payment;

import java.net.URI;

/**
 * A payment page that can be sent to a customer.
 *
 * @param id the link's id
 * @param url what the customer opens ({@code invoice_url})
 */
public record InvoiceLink(String id, URI url) {
    /** Without the address, which pays. */
    @Override
    public String toString() {
        return "InvoiceLink[hidden]";
    }
}
