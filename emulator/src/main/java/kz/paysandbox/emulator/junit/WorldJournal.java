package kz.paysandbox.emulator.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.client.ControlClient;

/** What a world was asked and answered, secrets as stand-ins, and where the application left the bank's rules. */
public record WorldJournal(ControlClient control) {

    /**
     * One request with its answer.
     *
     * @param endpoint the row id; empty where the bank has no such path
     * @param notes what a developer should know about it
     */
    public record Entry(
            long number,
            String endpoint,
            String method,
            String target,
            String body,
            int status,
            String answer,
            List<String> notes) {}

    /** A deviation from the bank's written rules. */
    public record Finding(String rule, String severity, String clause, String evidence) {}

    /** Oldest first. */
    public List<Entry> entries() {
        return read(control.get("/requests"));
    }

    /** Those of one endpoint, oldest first. */
    public List<Entry> entries(String endpoint) {
        return entries().stream()
                .filter(entry -> entry.endpoint().equals(endpoint))
                .toList();
    }

    /** Oldest first. */
    public List<Finding> findings() {
        return stream(control.get("/findings"))
                .map(node -> new Finding(
                        node.path("rule").asText(),
                        node.path("severity").asText(),
                        node.path("clause").asText(),
                        node.path("evidence").asText()))
                .toList();
    }

    private static List<Entry> read(JsonNode list) {
        return stream(list)
                .map(node -> new Entry(
                        node.path("number").asLong(),
                        node.path("endpoint").asText(),
                        node.path("method").asText(),
                        node.path("target").asText(),
                        node.path("body").asText(),
                        node.path("status").asInt(),
                        node.path("answer").asText(),
                        stream(node.path("notes")).map(JsonNode::asText).toList()))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
