package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import kz.paysandbox.emulator.core.Money;

/**
 * Money that went back.
 *
 * @param externalId the merchant's number for it; empty for none
 */
public record Refund(Money amount, String externalId, Instant at) {}
