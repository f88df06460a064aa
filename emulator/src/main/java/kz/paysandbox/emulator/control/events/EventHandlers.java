package kz.paysandbox.emulator.control.events;

import java.util.Optional;
import java.util.OptionalLong;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Reply;

/** The handler of the stream of events (server-sent events: HTML Living Standard, 9.2). */
public final class EventHandlers {

    private static final String TYPE = "text/event-stream";

    private final ControlContext context;
    private final EventStreams streams;

    public EventHandlers(ControlContext context) {
        this.context = context;
        this.streams = new EventStreams(context);
    }

    public Reply stream(ControlCall call) {
        if (call.call().method().equals("HEAD")) {
            return Reply.bytes(200, TYPE, Bytes.NONE);
        }
        return streams.open(call.world(), resumed(call))
                .map(reader -> Reply.live(200, TYPE, reader)
                        .with("Cache-Control", "no-store")
                        .with("X-Content-Type-Options", "nosniff"))
                .orElseGet(() -> context.json()
                        .problem(
                                503,
                                "too-many-readers",
                                "too many read events already: at most " + EventStreams.MOST_READERS
                                        + " readers; close some"));
    }

    /** What is no id that was ever given counts as one that is too old. */
    private static OptionalLong resumed(ControlCall call) {
        Optional<String> id = call.call().header("Last-Event-ID").filter(text -> !text.isBlank());
        return id.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        id.get().strip().matches("\\d{1,18}")
                                ? Long.parseLong(id.get().strip())
                                : -1);
    }
}
