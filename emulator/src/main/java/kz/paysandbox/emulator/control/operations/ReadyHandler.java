package kz.paysandbox.emulator.control.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlJson;
import kz.paysandbox.emulator.core.health.ReadyCheck;
import kz.paysandbox.emulator.http.Reply;

/** The handler of the question whether the server can be used, for probes. */
public final class ReadyHandler {

    /**
     * Whether it can.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param missing what is not so that must be; none where it is up
     */
    record Ready(
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missing> missing) {}

    /**
     * A check that fails.
     *
     * @param check its name
     */
    record Missing(String check, String detail) {}

    private final List<ReadyCheck> checks;
    private final ControlJson json;

    public ReadyHandler(ControlContext context) {
        this(context.operations().checks(), context.json());
    }

    ReadyHandler(List<ReadyCheck> checks, ControlJson json) {
        this.checks = List.copyOf(checks);
        this.json = json;
    }

    public Reply show(ControlCall call) {
        return answer();
    }

    Reply answer() {
        List<Missing> missing = checks.stream().flatMap(ReadyHandler::missing).toList();
        return json.reply(missing.isEmpty() ? 200 : 503, new Ready(missing.isEmpty() ? "UP" : "DOWN", missing))
                .with("Cache-Control", "no-store");
    }

    private static Stream<Missing> missing(ReadyCheck check) {
        return check.missing().get().map(words -> new Missing(check.name(), words)).stream();
    }
}
