package kz.paysandbox.gateway.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kz.paysandbox.gateway.store.AttentionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person must look into is explained, in the README and in the OpenAPI document. */
class AttentionTableTest {
    private static final Path OPENAPI = Path.of("src/main/resources/kz/paysandbox/gateway/openapi.yaml");

    private static List<String> words() {
        return Arrays.stream(AttentionKind.values()).map(AttentionKind::word).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void every_kind_has_a_row_in_the_readme(String readme) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(readme));
        assertThat(words())
                .allSatisfy(word -> assertThat(lines).anyMatch(line -> line.startsWith("| `" + word + "` |")));
    }

    @Test
    void every_kind_is_in_the_openapi_document() throws IOException {
        assertThat(Files.readString(OPENAPI)).contains("enum: [" + String.join(", ", words()) + "]");
    }

    @Test
    void a_word_is_read_as_its_kind() {
        assertThat(words())
                .contains("late-answer")
                .allSatisfy(word -> assertThat(AttentionKind.of(word).word()).isEqualTo(word));
    }
}
