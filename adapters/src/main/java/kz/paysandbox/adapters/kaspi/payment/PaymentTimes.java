package kz.paysandbox.adapters.kaspi.payment;

import java.time.Duration;

/**
 * The rhythm that the bank announces for one payment ({@code QrPaymentBehaviorOptions}; 2.3.1).
 *
 * @param pollingInterval how often the status may be asked ({@code StatusPollingInterval})
 * @param scanTimeout how long the customer may take to scan or open ({@code QrCodeScanWaitTimeout},
 *     {@code LinkActivationWaitTimeout})
 * @param confirmationTimeout how long the customer may then take to confirm ({@code PaymentConfirmationTimeout})
 */
public record PaymentTimes(Duration pollingInterval, Duration scanTimeout, Duration confirmationTimeout) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** What the document shows, for an answer that announces nothing: 5, 180 and 65 seconds. */
    public static final PaymentTimes DOCUMENTED =
            new PaymentTimes(Duration.ofSeconds(5), Duration.ofSeconds(180), Duration.ofSeconds(65));

    /** Bounds what the bank sends: never faster than once a second, never longer than a day. */
    public PaymentTimes {
        pollingInterval = bounded(pollingInterval);
        scanTimeout = bounded(scanTimeout);
        confirmationTimeout = bounded(confirmationTimeout);
    }

    private static Duration bounded(Duration duration) {
        if (duration.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
