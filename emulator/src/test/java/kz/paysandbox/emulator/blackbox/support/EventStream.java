package kz.paysandbox.emulator.blackbox.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reader of the control surface's events over a connection of its own, as a browser reads them. */
public final class EventStream implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATIENCE = 20_000;

    /** One event. */
    public record Event(long id, String kind, JsonNode data) {}

    private final Socket socket;
    private final BufferedReader lines;
    private final String status;
    private final List<String> headers = new ArrayList<>();
    private long lastId;

    private EventStream(Socket socket, String request) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        this.status = line();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
    }

    /**
     * Asks for events.
     *
     * @param query as {@code ?world=…}; may be empty
     * @param more header lines, each ended by CR LF; may be empty
     */
    public static EventStream open(int port, String query, String more) {
        try {
            return new EventStream(
                    new Socket(InetAddress.getLoopbackAddress(), port),
                    "GET /__sandbox/events" + query + " HTTP/1.0\r\nHost: localhost\r\n" + more + "\r\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@link #open} after an event was seen. */
    public static EventStream resume(int port, String query, long lastId) {
        return open(port, query, "Last-Event-ID: " + lastId + "\r\n");
    }

    public String status() {
        return status;
    }

    public List<String> headers() {
        return headers;
    }

    /** The id of the last event, or that with which the stream began. */
    public long lastId() {
        return lastId;
    }

    /** Reads until the stream has said where it begins, so that all that happens from now on is in it. */
    public EventStream begun() {
        while (true) {
            String line = line();
            if (line.startsWith("id: ")) {
                lastId = Long.parseLong(line.substring("id: ".length()));
                return this;
            }
        }
    }

    /** The next event; empty where the stream has ended. */
    public Optional<Event> next() {
        long id = lastId;
        String kind = "";
        for (String line = lineOrNull(); line != null; line = lineOrNull()) {
            if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring("id: ".length()));
                lastId = id;
            } else if (line.startsWith("event: ")) {
                kind = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                return Optional.of(new Event(id, kind, json(line.substring("data: ".length()))));
            }
        }
        return Optional.empty();
    }

    /** Reads up to the first event of a kind that is wanted, which must come. */
    public List<Event> until(String kind, Predicate<JsonNode> wanted) {
        List<Event> seen = new ArrayList<>();
        while (true) {
            Event event = next().orElseThrow(() -> new AssertionError("the stream ended after " + seen));
            seen.add(event);
            if (event.kind().equals(kind) && wanted.test(event.data())) {
                return seen;
            }
        }
    }

    private static JsonNode json(String data) {
        try {
            return MAPPER.readTree(data);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(data, malformed);
        }
    }

    private String line() {
        String line = lineOrNull();
        return line == null ? "" : line;
    }

    private @Nullable String lineOrNull() {
        try {
            return lines.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
