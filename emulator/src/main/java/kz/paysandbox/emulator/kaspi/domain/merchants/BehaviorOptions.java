package kz.paysandbox.emulator.kaspi.domain.merchants;

import java.time.Duration;

/**
 * The waiting times that the bank announces when a payment or return is created, and behaves by; whole seconds.
 *
 * @param statusPollingInterval how often the status may be asked for
 * @param qrCodeScanWaitTimeout how long a QR code can be scanned
 * @param linkActivationWaitTimeout how long a link can be followed
 * @param paymentConfirmationTimeout how long the customer may take to confirm
 */
public record BehaviorOptions(
        int statusPollingInterval,
        int qrCodeScanWaitTimeout,
        int linkActivationWaitTimeout,
        int paymentConfirmationTimeout) {

    /** Sections 2.3.1 and 2.3.2. */
    public static final BehaviorOptions DOCUMENTED = new BehaviorOptions(5, 180, 180, 65);

    public Duration scanWait() {
        return Duration.ofSeconds(qrCodeScanWaitTimeout);
    }

    public Duration linkWait() {
        return Duration.ofSeconds(linkActivationWaitTimeout);
    }

    public Duration confirmationWait() {
        return Duration.ofSeconds(paymentConfirmationTimeout);
    }
}
