package kz.paysandbox.emulator.junit;

import java.time.Duration;
import java.util.Map;
import kz.paysandbox.emulator.client.ControlClient;

/** The customer of a world's payments; the acts answer the payment's status afterwards. */
public record WorldCustomer(ControlClient control) {

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

    public String scan(long payment) {
        return act(payment, "scan");
    }

    public String confirm(long payment) {
        return act(payment, "confirm");
    }

    public String decline(long payment) {
        return act(payment, "decline");
    }

    /** Scans and confirms. */
    public String pay(long payment) {
        act(payment, "scan");
        return act(payment, "confirm");
    }

    /** The bank's own view of a payment's status. */
    public String statusOf(long payment) {
        return control.get("/payments/" + payment).path("status").asText();
    }

    private String act(long payment, String act) {
        return control.post("/payments/" + payment + "/" + act, Map.of())
                .path("status")
                .asText();
    }

    private void mode(String mode, Duration scanAfter, Duration confirmAfter) {
        control.put(
                "/customer",
                Map.of("mode", mode, "scanAfter", scanAfter.toString(), "confirmAfter", confirmAfter.toString()));
    }
}
