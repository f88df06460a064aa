package kz.paysandbox.adapters.kaspi.payment;

import java.time.Duration;
import java.time.Instant;

/**
 * A QR by which the customer makes himself known for a refund (return/create; 3.4.1).
 *
 * @param id {@code QrReturnId}
 * @param qrToken what to draw as a QR code ({@code QrToken})
 * @param expiresAt {@code ExpireDate}
 * @param pollingInterval {@code QrCodeScanEventPollingInterval}
 * @param scanTimeout {@code QrCodeScanWaitTimeout}
 */
public record RefundQr(long id, String qrToken, Instant expiresAt, Duration pollingInterval, Duration scanTimeout) {
    /** Without the token, which the customer scans. */
    @Override
    public String toString() {
        return "RefundQr[" + id + ", expires at " + expiresAt + "]";
    }
}
