package kz.paysandbox.adapters.epay.payment;

/**
 * The subject of an operation: the id for the call, the invoice for looking up what became of it.
 *
 * @param id the transaction's UUID, from the payment, the status or the callback
 * @param invoiceId the order
 */
public record TransactionRef(String id, InvoiceId invoiceId) {
    /** Checks that the id can stand in a path. */
    public TransactionRef {
        if (!fits(id)) {
            throw new IllegalArgumentException("a transaction id is a UUID");
        }
    }

    /** Whether a text is a transaction's UUID. */
    public static boolean fits(String id) {
        return id.matches("[A-Za-z0-9-]{1,64}");
    }
}
