package kz.paysandbox.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The gateway's OpenAPI document, and whether an answer fits it. */
public final class OpenApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> read = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** The document that the gateway serves. */
    public static OpenApi document() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return new OpenApi(new YAMLMapper().readTree(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document itself. */
    public JsonNode tree() {
        return document;
    }

    /** All operations, as {@code GET /health/live}. */
    public Set<String> operations() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        all.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return all;
    }

    /** Why an answer does not fit the document; empty where it does, and for addresses and methods that are none. */
    public List<String> faults(String method, String path, HttpAnswer answer) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            return answer.status() == 404 || answer.status() == 405 || method.equals("OPTIONS") || method.equals("HEAD")
                    ? List.of()
                    : List.of(method + " " + path + " is not in the document, and was answered " + answer.status());
        }
        JsonNode response = response(operation.get(), answer.status());
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " of " + method + " " + path + " is not in the document");
        }
        return content(response, method + " " + path, answer);
    }

    private Optional<JsonNode> operation(String method, String path) {
        String bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String name = method.toLowerCase(Locale.ROOT);
        JsonNode exact = document.path("paths").path(bare).path(name);
        if (!exact.isMissingNode()) {
            return Optional.of(exact);
        }
        return document.path("paths").properties().stream()
                .filter(entry -> pattern(entry.getKey()).matcher(bare).matches())
                .map(entry -> entry.getValue().path(name))
                .filter(found -> !found.isMissingNode())
                .findFirst();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[a-z_]+}", "[^/]+"));
    }

    private JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode named = responses.path(Integer.toString(status));
        JsonNode found = named.isMissingNode() ? responses.path(status / 100 + "XX") : named;
        return found.has("$ref") ? document.at(found.path("$ref").asText().substring(1)) : found;
    }

    private List<String> content(JsonNode response, String where, HttpAnswer answer) {
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return answer.body().isEmpty() || answer.status() / 100 == 3
                    ? List.of()
                    : List.of(
                            where + " answered " + answer.status() + " with a body, which the document does not have");
        }
        String type = answer.header("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode media = content.path(type);
        if (media.isMissingNode()) {
            return List.of(where + " answered " + answer.status() + " as '" + type + "', which is not in the document");
        }
        return type.endsWith("json") ? schema(media.path("schema"), where, answer) : List.of();
    }

    private List<String> schema(JsonNode schema, String where, HttpAnswer answer) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return List.of(where + " answered no JSON");
        }
        List<String> faults = new ArrayList<>();
        for (Error error :
                read.computeIfAbsent(schema.toString(), text -> whole(schema)).validate(body)) {
            faults.add(where + " answered " + answer.status() + ": " + error + " in " + answer.body());
        }
        return faults;
    }

    /** A schema with the document's components beside it, so that its references are found. */
    private Schema whole(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }
}
