package kz.paysandbox.junit;

import java.time.Duration;
import java.util.Map;
import kz.paysandbox.junit.json.Json;

/** A world's faults; an endpoint is a row id or a pattern, as {@code r2 payment return} or {@code r3 *}. */
public record WorldFaults(SandboxControl control) {

    /** The next call there is applied, and its answer lost. */
    public String loseNextAnswer(String endpoint) {
        return add(Map.of("when", Map.of("endpoint", endpoint), "then", Map.of("drop", "after"), "times", 1));
    }

    /** The next call there is lost before it is applied. */
    public String loseNextCall(String endpoint) {
        return add(Map.of("when", Map.of("endpoint", endpoint), "then", Map.of("drop", "before"), "times", 1));
    }

    /** Calls there are answered with a StatusCode and not applied, where the bank answers with StatusCodes. */
    public String statusCode(String endpoint, long code) {
        return add(Map.of("when", Map.of("endpoint", endpoint), "then", Map.of("statusCode", code)));
    }

    /** Calls there are answered with an HTTP status and not applied. */
    public String http(String endpoint, int status) {
        return add(Map.of("when", Map.of("endpoint", endpoint), "then", Map.of("http", status)));
    }

    /** Calls there wait so long in real time. */
    public String delay(String endpoint, Duration delay) {
        return add(Map.of("when", Map.of("endpoint", endpoint), "then", Map.of("delay", delay.toString())));
    }

    /** Any fault, as {@code POST /faults} takes it; answers its id. */
    public String add(Map<String, ?> fault) {
        return Json.parse(control.post("/faults", fault)).at("id").text();
    }

    /** Ends one. */
    public void remove(String id) {
        control.delete("/faults/" + id);
    }

    /** Ends all. */
    public void clear() {
        control.delete("/faults");
    }
}
