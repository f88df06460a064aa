package kz.paysandbox.features.kaspi.driver;

import java.util.List;

/**
 * A purchase that was just opened, by QR code or by link.
 *
 * @param token what the customer's app reads: QR token or link
 * @param expires as sent
 * @param waitSeconds for the scan, or for the link to be opened
 */
public record Sale(
        long id,
        String token,
        String expires,
        List<String> methods,
        long waitSeconds,
        long confirmSeconds,
        long pollSeconds) {

    public Sale {
        methods = List.copyOf(methods);
    }
}
