package kz.paysandbox.emulator.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.paysandbox.emulator.client.ControlClient;

/** A world's clock. */
public record WorldClock(ControlClient control) {

    public Instant now() {
        return Instant.parse(control.get("/clock").path("now").asText());
    }

    /** Stands still from now on. */
    public void freeze() {
        control.put("/clock", Map.of("mode", "frozen"));
    }

    /** Stands at an instant; going forward runs all that falls due on the way. */
    public void freezeAt(Instant at) {
        control.put("/clock", Map.of("mode", "frozen", "at", at.toString()));
    }

    /** Later by so much, and all that falls due on the way done. */
    public void advance(Duration by) {
        control.post("/clock/advance", Map.of("by", by.toString()));
    }

    /** Runs with the machine's time again. */
    public void run() {
        control.put("/clock", Map.of("mode", "real"));
    }
}
