package kz.paysandbox.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A world's clock: status, expiry, callbacks and scenarios follow it. */
public record WorldClock(SandboxControl control) {

    /** Its present. */
    public Instant now() {
        return Instant.parse(control.read("/clock").at("now").text());
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
