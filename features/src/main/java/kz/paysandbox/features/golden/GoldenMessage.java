package kz.paysandbox.features.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.features.wire.Json;

/**
 * A message of the bank, transcribed: its section is in the file's name.
 *
 * @param same paths below the answer whose values must be those printed, not only of their shape
 */
public record GoldenMessage(String method, String path, String request, JsonNode answer, List<String> same) {

    /** {@code golden/<name>.json} of the class path. */
    public static GoldenMessage read(String name) {
        String file = "/golden/" + name + ".json";
        try (InputStream in = GoldenMessage.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            JsonNode read = Json.read(new String(in.readAllBytes(), UTF_8));
            List<String> same = new ArrayList<>();
            read.path("same").forEach(path -> same.add(path.asText()));
            return new GoldenMessage(
                    read.path("method").asText(),
                    read.path("path").asText(),
                    read.path("request").toString(),
                    read.path("answer"),
                    List.copyOf(same));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where an answer differs from the printed one in shape, or in a value that must be the same. */
    public List<String> deviations(JsonNode seen, Notation notation) {
        List<String> deviations = new ArrayList<>();
        new Comparison(notation, same, deviations).compare("", answer, seen);
        return deviations;
    }
}
