package kz.paysandbox.emulator.blackbox.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The control surface as seen by one world's user. */
public final class Control {

    private final Http http;
    private final String world;

    Control(int port, String world) {
        this.http = Http.plain(port);
        this.world = world;
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, Map.of(), json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, Map.of(), json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, Map.of(), json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, Map.of(), "");
    }

    public Answer send(String method, String path, Map<String, String> headers, String json) {
        Map<String, String> all = new HashMap<>(Map.of("X-Sandbox-World", world));
        all.putAll(headers);
        Optional<byte[]> body =
                Optional.of(json).filter(text -> !text.isEmpty()).map(text -> text.getBytes(UTF_8));
        return http.send(method, "/__sandbox" + path, all, body);
    }

    /** All notes in the journal, oldest first. */
    public List<String> notes() {
        return elements(get("/requests").expect(200).json())
                .flatMap(entry -> elements(entry.path("notes")))
                .map(JsonNode::asText)
                .toList();
    }

    /** Rules of all findings, oldest first. */
    public List<String> findings() {
        return elements(get("/findings").expect(200).json())
                .map(finding -> finding.path("rule").asText())
                .toList();
    }

    /**
     * Asks for the journal until a note contains the text: the server writes it down a moment after the client saw its
     * connection fail.
     */
    public String awaitNote(String part) {
        for (int asked = 0; asked < 1_000; asked++) {
            Optional<String> found =
                    notes().stream().filter(note -> note.contains(part)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("no note with '" + part + "' in " + notes());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
