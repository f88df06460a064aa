package kz.paysandbox.emulator.kaspi.domain;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/**
 * The terms agreed when a payment was created, which never change.
 *
 * @param id of the world's one sequence
 * @param origin the scheme and the device that it was created by
 * @param externalId the partner's own number for it, or a remote invoice's comment; empty for none
 * @param expires when it can no longer be scanned, followed or, for a remote invoice, paid
 * @param confirmWithin how long the customer may take to confirm after the scan
 */
public record PaymentTerms(
        long id,
        PaymentKind kind,
        Origin origin,
        Money amount,
        String externalId,
        Instant created,
        Instant expires,
        Duration confirmWithin) {

    /** Where it was created. */
    public Device device() {
        return origin.device();
    }
}
