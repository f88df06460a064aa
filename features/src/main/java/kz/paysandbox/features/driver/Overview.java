package kz.paysandbox.features.driver;

import java.math.BigDecimal;

/** The extended status. */
public record Overview(String status, BigDecimal amount, String shop) {}
