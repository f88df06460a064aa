package kz.paysandbox.emulator.blackbox.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * An OpenAPI document, and whether calls fit it. To be strict, members that no schema names are
 * faults here.
 */
public final class OpenApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY_JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> read = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    /**
     * What was answered.
     *
     * @param type the Content-Type; empty where there is none
     */
    public record Answer(int status, String type, String body) {

        public static Answer of(HttpResponse<String> answer) {
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        }
    }

    /** The document at this place in the jar. */
    public OpenApi(String resource) {
        document = JSON.valueToTree(new Yaml()
                .load(Objects.requireNonNull(
                        OpenApi.class.getResourceAsStream("/kz/paysandbox/emulator/" + resource))));
        close(document.path("components").path("schemas"));
    }

    public JsonNode tree() {
        return document;
    }

    /** All operations, as {@code GET /health}. */
    public Set<String> operations() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }

    /** Those with a JSON answer, or none, of which no good answer was seen. */
    public Set<String> unanswered() {
        Set<String> rest = operations();
        rest.removeAll(answered);
        rest.removeIf(operation -> !hasJson(operation));
        return rest;
    }

    /** Those of which a good answer was seen. */
    public Set<String> answered() {
        return new TreeSet<>(answered);
    }

    /** Those of one operation, in order and joined by commas, without the world's, which every row takes. */
    public String queryParameters(String operation) {
        List<String> names = new ArrayList<>();
        operation(operation).path("parameters").forEach(reference -> {
            JsonNode parameter = document.at(reference.path("$ref").asText().substring(1));
            if (parameter.path("in").asText().equals("query")
                    && !parameter.path("name").asText().equals("world")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private boolean hasJson(String operation) {
        JsonNode content = operation(operation).path("responses").path("200").path("content");
        return content.isMissingNode() || content.has(ANY_JSON);
    }

    /** Why a message to somebody else does not fit the document; empty where it does. */
    public List<String> faultsOfWebhook(String name, String body) {
        JsonNode request = document.path("webhooks").path(name).path("post").path("requestBody");
        return request.isMissingNode()
                ? List.of(name + " is not in the document")
                : against(request.path("content").path(ANY_JSON).path("schema"), name, body);
    }

    /** Why a JSON value within another message does not fit a schema; empty where it does. */
    public List<String> faultsOfSchema(String name, String json) {
        return against(document.path("components").path("schemas").path(name), name, json);
    }

    /** Why a call with a JSON body, or none, and its answer do not fit the document; empty where they do. */
    public List<String> faults(String method, String target, String body, Answer answer) {
        return faults(method, target, ANY_JSON, body, answer);
    }

    /**
     * Why a call and its answer do not fit the document; empty where they do, and for what is no row of it.
     *
     * @param sent the body's type
     */
    public List<String> faults(String method, String target, String sent, String body, Answer answer) {
        String path = target.replaceFirst("[?].*", "");
        Optional<String> operation = operationOf(method, path);
        if (operation.isEmpty()) {
            return answer.status() == 404 || answer.status() == 405
                    ? List.of()
                    : List.of(method + " " + path + " is not in the document");
        }
        JsonNode described = operation(operation.get());
        boolean good = answer.status() < 400;
        if (good) {
            answered.add(operation.get());
            JsonNode request = described.path("requestBody").path("content").path(sent);
            String json = sent.equals(FORM) && !body.isEmpty() ? ofForm(body) : body;
            if (request.isMissingNode() ? !body.isEmpty() : json.startsWith("{")) {
                List<String> faults = request.isMissingNode()
                        ? List.of("the body of " + operation.get() + " is not in the document as " + sent)
                        : against(request.path("schema"), "the body of " + operation.get(), json);
                if (!faults.isEmpty()) {
                    return faults;
                }
            }
        }
        return content(response(described, answer.status()), operation.get(), answer);
    }

    private static String ofForm(String body) {
        ObjectNode fields = JSON.createObjectNode();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields.toString();
    }

    /** Fixed paths come before those with parameters, as in the table. */
    private Optional<String> operationOf(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> path.matches(operation
                        .substring(method.length() + 1)
                        .replace(".", "[.]")
                        .replaceAll("\\{\\w+}", "[^/]+")))
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")) != 0
                        ? Boolean.compare(one.contains("{"), other.contains("{"))
                        : one.compareTo(other));
    }

    private JsonNode operation(String operation) {
        int blank = operation.indexOf(' ');
        return document.path("paths")
                .path(operation.substring(blank + 1))
                .path(operation.substring(0, blank).toLowerCase(Locale.ROOT));
    }

    private JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode named = responses.path(Integer.toString(status));
        JsonNode found = named.isMissingNode() ? responses.path(status / 100 + "XX") : named;
        return found.has("$ref") ? document.at(found.path("$ref").asText().substring(1)) : found;
    }

    private List<String> content(JsonNode response, String operation, Answer answer) {
        String where = operation + ", " + answer.status();
        if (response.isMissingNode()) {
            return List.of(where + " is not in the document");
        }
        String type = answer.type().replaceFirst(";.*", "");
        if (answer.body().isEmpty() && (answer.status() >= 400 || !response.has("content"))) {
            return List.of();
        }
        JsonNode media = response.path("content").path(type);
        if (media.isMissingNode()) {
            return List.of(where + " came as '" + type + "', which is not in the document");
        }
        return type.endsWith("json") ? against(media.path("schema"), where, answer.body()) : List.of();
    }

    private List<String> against(JsonNode schema, String where, String text) {
        try {
            JsonNode body = JSON.readTree(text);
            return read.computeIfAbsent(schema.toString(), key -> whole(schema)).validate(body).stream()
                    .map(error -> where + ": " + error)
                    .toList();
        } catch (JsonProcessingException notJson) {
            return List.of(where + " is no JSON: " + text);
        }
    }

    /** A schema with the document's components beside it, so that its references are found. */
    private Schema whole(JsonNode schema) {
        ObjectNode whole = schema.isObject() ? schema.deepCopy() : JSON.createObjectNode();
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApi::close);
    }
}
