package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import kz.paysandbox.emulator.core.Money;

/**
 * One return of money (возврат).
 *
 * @param id ReturnOperationId, of the world's one sequence
 * @param by the device's token, or {@code cashier} for the bank's own app (2.4)
 */
public record Return(long id, Money amount, Instant at, String by) {

    public static final String CASHIER = "cashier";
}
