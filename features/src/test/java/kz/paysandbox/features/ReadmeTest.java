package kz.paysandbox.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.features.bank.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's scenarios hold, its settings are read, and its commands are understood. */
class ReadmeTest {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int HOLDS = 0;

    @TempDir
    private Path folder;

    @Test
    void its_scenarios_hold() throws IOException {
        List<String> scenarios = blocks("gherkin");
        assertThat(scenarios).hasSizeGreaterThanOrEqualTo(2);
        for (String scenario : scenarios) {
            Path feature = Files.writeString(folder.resolve("our-shop.feature"), scenario);
            assertThat(Verify.run(feature.toString())).as(scenario).isEqualTo(HOLDS);
        }
    }

    /** Values are the reader's own; names, but for a number at their end, are those that the code asks for. */
    @Test
    void its_settings_are_read() throws IOException {
        List<String> files = blocks("properties");
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        String code = sources();
        for (String text : files) {
            Path file = Files.writeString(folder.resolve("bank.properties"), text);
            Settings settings = Settings.read(Map.of(), Optional.of(file), Map.of());
            text.lines()
                    .map(line -> line.strip().replaceAll("=.*", ""))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> {
                        assertThat(settings.find(name)).as(name).isPresent();
                        assertThat(code).contains('"' + name.replaceAll("_\\d+$", "_"));
                    });
        }
    }

    private static String sources() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    /** A run would call a bank or take minutes: with --help an option that there is not is refused all the same. */
    @ParameterizedTest
    @MethodSource("commands")
    void its_commands_are_understood(String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> Optional.ofNullable(word.group(1)).orElseGet(() -> word.group(2)))
                .skip(2)
                .toList();
        assertThat(Verify.run(Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new)))
                .isEqualTo(HOLDS);
    }

    static Stream<String> commands() throws IOException {
        return blocks("").stream().flatMap(String::lines).map(String::strip).filter(line -> line.contains("verify "));
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher blocks =
                Pattern.compile("(?ms)^ *```([a-z]*)\n(.*?)^ *```$").matcher(Files.readString(Path.of("README.md")));
        return blocks.results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
