package kz.paysandbox.emulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents are sound; that of the control surface has the rows of the table and no others. */
class OpenApiDocumentTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/paysandbox/emulator");
    private static final Pattern ROW =
            Pattern.compile("(?:row|bare|text|file|new BankRow)\\((GET|POST|PUT|PATCH|DELETE), \"(/[^\"]*)\"");
    private static final Pattern READ_ROW = Pattern.compile("BankRow[.](?:list|get)\\(\"(/[^\"]*)\"");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @Test
    void it_has_every_row_of_the_table_and_nothing_else() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (String table : List.of("control/ControlEndpoints.java", "epay/EpayRows.java")) {
            String source = Files.readString(SOURCES.resolve(table));
            ROW.matcher(source).results().forEach(row -> rows.add(row.group(1) + " " + row.group(2)));
            READ_ROW.matcher(source).results().forEach(row -> rows.add("GET " + row.group(1)));
        }
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(new OpenApi("control/openapi/control.yaml").operations()).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control/openapi/control.yaml", "kaspi/openapi.yaml", "epay/openapi.yaml"})
    void every_reference_leads_somewhere_and_every_part_is_referred_to(String document) {
        OpenApi api = new OpenApi(document);
        Set<String> used = new HashSet<>();
        walk(api.tree(), node -> {
            if (node.path("$ref").isTextual()) {
                used.add(node.path("$ref").asText());
            }
        });
        assertThat(used)
                .allSatisfy(reference -> assertThat(
                                api.tree().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        List<String> parts = new ArrayList<>();
        for (String kind : List.of("parameters", "responses", "schemas")) {
            api.tree()
                    .path("components")
                    .path(kind)
                    .properties()
                    .forEach(part -> parts.add("#/components/" + kind + "/" + part.getKey()));
        }
        assertThat(used).containsAll(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"control/openapi/control.yaml", "kaspi/openapi.yaml", "epay/openapi.yaml"})
    void every_operation_has_a_name_of_its_own_and_says_its_parameters(String document) {
        OpenApi api = new OpenApi(document);
        Set<String> names = new HashSet<>();
        api.tree()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    assertThat(names.add(operation.path("operationId").asText()))
                            .as(path.getKey())
                            .isTrue();
                    assertThat(parameters(api, operation, "path"))
                            .as(path.getKey())
                            .isEqualTo(new TreeSet<>(PARAMETER
                                    .matcher(path.getKey())
                                    .results()
                                    .map((MatchResult found) -> found.group(1))
                                    .toList()));
                }));
    }

    private static Set<String> parameters(OpenApi api, JsonNode operation, String in) {
        Set<String> names = new TreeSet<>();
        operation.path("parameters").forEach(reference -> {
            JsonNode parameter = api.tree().at(reference.path("$ref").asText().substring(1));
            if (parameter.path("in").asText().equals(in)) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }
}
