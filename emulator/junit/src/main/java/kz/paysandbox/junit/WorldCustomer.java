package kz.paysandbox.junit;

import java.time.Duration;
import java.util.Map;
import kz.paysandbox.junit.json.Json;

/** The customer of a world's payments; the acts answer the payment's status afterwards. */
public record WorldCustomer(SandboxControl control) {

    /** From now on scans and confirms by themselves. */
    public void pays(Duration scanAfter, Duration confirmAfter) {
        mode("pays", scanAfter, confirmAfter);
    }

    /** From now on scans and declines by themselves. */
    public void declines(Duration scanAfter, Duration declineAfter) {
        mode("declines", scanAfter, declineAfter);
    }

    /** From now on never acts. */
    public void ignores() {
        control.put("/customer", Map.of("mode", "ignores"));
    }

    /** From now on acts only when told. */
    public void manual() {
        control.put("/customer", Map.of("mode", "manual"));
    }

    /** Scans the QR code, or opens the invoice or the payment's page. */
    public String scan(long payment) {
        return scan(Long.toString(payment));
    }

    /** As {@link #scan(long)}, for ids of either bank. */
    public String scan(String payment) {
        return act(payment, "scan");
    }

    /** Pays what was scanned. */
    public String confirm(long payment) {
        return confirm(Long.toString(payment));
    }

    /** As {@link #confirm(long)}, for ids of either bank. */
    public String confirm(String payment) {
        return act(payment, "confirm");
    }

    /** Refuses to pay. */
    public String decline(long payment) {
        return decline(Long.toString(payment));
    }

    /** As {@link #decline(long)}, for ids of either bank. */
    public String decline(String payment) {
        return act(payment, "decline");
    }

    /** Scans and confirms; a card payment, which waits for 3-D Secure, is confirmed. */
    public String pay(long payment) {
        return pay(Long.toString(payment));
    }

    /** As {@link #pay(long)}, for ids of either bank: that of Halyk's payments is a UUID. */
    public String pay(String payment) {
        if (control.read("/payments/" + payment).at("bank").text().equals("kaspi")) {
            act(payment, "scan");
        }
        return act(payment, "confirm");
    }

    /** The bank's own view of a payment's status. */
    public String statusOf(long payment) {
        return statusOf(Long.toString(payment));
    }

    /** As {@link #statusOf(long)}, for ids of either bank. */
    public String statusOf(String payment) {
        return control.read("/payments/" + payment).at("status").text();
    }

    private String act(String payment, String act) {
        return Json.parse(control.post("/payments/" + payment + "/" + act, Map.of()))
                .at("status")
                .text();
    }

    private void mode(String mode, Duration scanAfter, Duration confirmAfter) {
        control.put(
                "/customer",
                Map.of("mode", mode, "scanAfter", scanAfter.toString(), "confirmAfter", confirmAfter.toString()));
    }
}
