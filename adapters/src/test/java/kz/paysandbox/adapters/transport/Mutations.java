package kz.paysandbox.adapters.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Well-formed answers that are wrong somewhere: a field is gone, of another type, absurd, or appears out of nowhere. */
public final class Mutations {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ABSURD = List.of(
            "null",
            "\"\"",
            "\"x\"",
            "\"../..\\u0000\"",
            "-1",
            "0",
            "12.345",
            "1e400",
            "9223372036854775808",
            "-99999999999999999999999999",
            "true",
            "[]",
            "[null]",
            "[[{}]]",
            "{}",
            "{\"id\":1}",
            "\"2026-13-45T99:99:99\"",
            "\"0001-01-01T00:00:00+05:00\"");

    private Mutations() {}

    /** The same text for the same seed; one to three places of it are changed. */
    public static String of(String golden, long seed) {
        Random random = new Random(seed);
        try {
            JsonNode tree = JSON.readTree(golden);
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                change(tree, random);
            }
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(golden, e);
        }
    }

    private static void change(JsonNode tree, Random random) throws JsonProcessingException {
        List<JsonNode> places = new ArrayList<>();
        collect(tree, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        JsonNode absurd = JSON.readTree(ABSURD.get(random.nextInt(ABSURD.size())));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, absurd);
            }
        } else if (place instanceof ArrayNode array) {
            array.add(absurd);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }
}
