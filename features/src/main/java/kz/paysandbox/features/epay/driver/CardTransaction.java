package kz.paysandbox.features.epay.driver;

import java.math.BigDecimal;

/**
 * A payment by card in the bank's books.
 *
 * @param left what the shop still has of it
 */
public record CardTransaction(String id, String status, BigDecimal amount, BigDecimal left) {}
