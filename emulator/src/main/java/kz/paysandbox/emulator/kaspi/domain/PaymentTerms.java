package kz.paysandbox.emulator.kaspi.domain;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/**
 * The terms agreed when a payment was created, which never change.
 *
 * @param id of the world's one sequence
 * @param device where it was created
 * @param externalId the partner's own number for it, or a remote invoice's comment; empty for none
 * @param expires when it can no longer be scanned, followed or, for a remote invoice, paid
 * @param confirmWithin how long the customer may take to confirm after the scan
 */
public record PaymentTerms(
        long id,
        PaymentKind kind,
        Device device,
        Money amount,
        String externalId,
        Instant created,
        Instant expires,
        Duration confirmWithin) {}
