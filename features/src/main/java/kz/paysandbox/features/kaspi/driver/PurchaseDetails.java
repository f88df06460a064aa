package kz.paysandbox.features.kaspi.driver;

import java.math.BigDecimal;

/** The books on one purchase: what was paid, and what can still be refunded. */
public record PurchaseDetails(long id, BigDecimal total, BigDecimal refundable) {}
