package kz.paysandbox.adapters.epay;

import kz.paysandbox.adapters.error.OutcomeUnknown;

/** Answers whose contract is unpublished: they arrive, and still only the books count. */
final class Unbelieved {
    private Unbelieved() {}

    static OutcomeUnknown answer(InvoiceId invoiceId) {
        return OutcomeUnknown.lost("see the log", "the confirmation of invoice " + invoiceId + " proves nothing", null);
    }
}
