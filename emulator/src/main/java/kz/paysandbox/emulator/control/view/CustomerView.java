package kz.paysandbox.emulator.control.view;

import java.time.Duration;
import java.util.Locale;
import kz.paysandbox.emulator.core.CustomerMode;

/**
 * The automatic customer of a world.
 *
 * @param mode {@code manual}, {@code pays}, {@code declines} or {@code ignores}
 * @param scanAfter from the creation of a payment to its scan
 * @param confirmAfter from the scan to the decision
 */
public record CustomerView(String mode, Duration scanAfter, Duration confirmAfter) {

    public static CustomerView of(CustomerMode mode) {
        return new CustomerView(mode.habit().name().toLowerCase(Locale.ROOT), mode.scanAfter(), mode.confirmAfter());
    }
}
