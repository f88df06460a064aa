package kz.paysandbox.emulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's recipes are those of CLIENTS.md, which a test runs. */
class RecipesTest {

    private static final Path RECIPES =
            Path.of("src", "main", "resources", "kz", "paysandbox", "emulator", "page-assets", "recipes");

    @Test
    void each_is_a_block_of_the_clients_page() throws IOException {
        String page = Files.readString(Path.of("CLIENTS.md"));
        try (Stream<Path> files = Files.list(RECIPES)) {
            List<Path> recipes = files.toList();
            assertThat(recipes).hasSize(6).allSatisfy(recipe -> {
                String language = recipe.getFileName().toString().replace(".txt", "");
                assertThat(page).contains("```" + language + "\n" + Files.readString(recipe) + "```");
            });
        }
    }
}
