package kz.paysandbox.emulator.epay.callbacks;

import java.util.List;

/**
 * An event that a merchant is told of.
 *
 * @param paymentId the transaction's id
 * @param requests journal numbers of the calls that led to it; empty where time alone did
 */
public record Event(String invoiceId, String paymentId, List<Long> requests) {

    public Event {
        requests = List.copyOf(requests);
    }
}
