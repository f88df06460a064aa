package kz.paysandbox.features.kaspi.driver;

import java.math.BigDecimal;

/** The extended status. */
public record ExtendedStatus(String status, BigDecimal amount, String shop) {}
