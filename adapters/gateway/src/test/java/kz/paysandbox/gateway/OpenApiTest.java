package kz.paysandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final OpenApi api = OpenApi.document();

    @Test
    void every_reference_leads_somewhere() {
        List<String> dead = new ArrayList<>();
        walk(api.tree(), node -> {
            if (node.has("$ref")
                    && api.tree().at(node.path("$ref").asText().substring(1)).isMissingNode()) {
                dead.add(node.path("$ref").asText());
            }
        });
        assertThat(dead).isEmpty();
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_says_its_parameters() {
        Set<String> names = new HashSet<>();
        List<String> faults = new ArrayList<>();
        api.tree()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (!names.add(operation.path("operationId").asText())) {
                        faults.add(path.getKey() + " has a name that another one has");
                    }
                    path.getKey()
                            .lines()
                            .flatMap(line -> Pattern.compile("\\{([a-z_]+)}")
                                    .matcher(line)
                                    .results())
                            .forEach(field -> {
                                if (!parameters(operation).contains(field.group(1))) {
                                    faults.add(path.getKey() + " does not describe " + field.group(1));
                                }
                            });
                }));
        assertThat(faults).isEmpty();
    }

    private Set<String> parameters(JsonNode operation) {
        Set<String> names = new HashSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(api.tree()
                        .at(parameter.path("$ref").asText().substring(1))
                        .path("name")
                        .asText()));
        return names;
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> walk(child, visitor));
    }
}
