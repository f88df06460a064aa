package kz.paysandbox.emulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's words stand in its three language files, and nowhere else. */
class PageTextsTest {

    private static final Path ASSETS =
            Path.of("src", "main", "resources", "kz", "paysandbox", "emulator", "page-assets");

    /** A key as a module names it: whole, or the beginning of keys that end with a value. */
    private static final Pattern KEY = Pattern.compile("\\b(?:t|named|fact)\\([\"`]([^\"`$]+)(\\$\\{)?");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** The longest file of the modules and style sheets. */
    private static final int MOST_LINES = 400;

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk"})
    void each_language_has_the_words_of_english_with_the_same_places(String language) {
        Map<String, String> english = words("en");
        Map<String, String> other = words(language);

        assertThat(other).containsOnlyKeys(english.keySet());
        assertThat(other).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, "")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "kk"})
    void keys_are_in_order(String language) {
        assertThat(text(ASSETS.resolve("language").resolve(language + ".json"))
                        .lines()
                        .filter(line -> line.contains("\": \""))
                        .map(line -> line.substring(line.indexOf('"') + 1, line.indexOf("\": "))))
                .isSorted();
    }

    @Test
    void every_key_of_a_module_has_words() {
        Set<String> known = words("en").keySet();
        modules()
                .forEach(module -> KEY.matcher(text(module))
                        .results()
                        .forEach(use -> assertThat(known)
                                .as(module + ": " + use.group(1))
                                .anyMatch(key -> use.group(2) == null
                                        ? key.equals(use.group(1))
                                        : key.startsWith(use.group(1)))));
    }

    @Test
    void every_key_is_used_by_a_module() {
        String all = modules().map(PageTextsTest::text).collect(Collectors.joining("\n"));
        Set<String> beginnings = KEY.matcher(all)
                .results()
                .filter(use -> use.group(2) != null)
                .map(use -> use.group(1))
                .collect(Collectors.toSet());
        assertThat(words("en").keySet())
                .allMatch(key -> all.contains("\"" + key + "\"")
                        || beginnings.stream().anyMatch(key::startsWith)
                        || all.contains("id: \"" + key + "\""));
    }

    @Test
    void no_template_has_words_of_its_own() {
        modules()
                .forEach(module -> assertThat(wordsOutside(text(module)))
                        .as(module.toString())
                        .isEmpty());
    }

    @Test
    void no_module_makes_markup_of_a_text_or_a_style_that_the_policy_forbids() {
        modules()
                .forEach(module -> assertThat(text(module))
                        .as(module.toString())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "unsafeHTML", "document.write")
                        .doesNotContain("eval(", "new Function", " style=", "http://", "javascript:"));
    }

    @Test
    void files_are_short() throws IOException {
        try (Stream<Path> files = Files.walk(ASSETS)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(js|css)")))
                    .allSatisfy(file -> assertThat(text(file).lines().count())
                            .as(file.toString())
                            .isLessThanOrEqualTo(file.toString().endsWith(".js") ? 300 : MOST_LINES));
        }
    }

    /** What stands between tags of a template and is no value: words, if it has letters. Code samples are no words. */
    private static List<String> wordsOutside(String module) {
        String templates = withoutValues(module);
        return Pattern.compile("<(?!code)[a-z0-9]+[^<>]*>([^<>]*)<")
                .matcher(templates)
                .results()
                .map(between -> between.group(1).strip())
                .filter(between -> between.matches("(?s).*\\p{L}{2,}.*"))
                .filter(between -> !between.contains("=>") && !between.contains("kzpay-sandbox"))
                .toList();
    }

    /** Without what is inside of {@code ${…}}, however deep. */
    private static String withoutValues(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                depth++;
                at++;
            } else if (depth > 0 && text.charAt(at) == '{') {
                depth++;
            } else if (depth > 0 && text.charAt(at) == '}') {
                depth--;
            } else if (depth == 0) {
                outside.append(text.charAt(at));
            }
        }
        return outside.toString();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> words(String language) {
        try {
            Map<String, String> words = new TreeMap<>();
            new ObjectMapper()
                    .readTree(text(ASSETS.resolve("language").resolve(language + ".json")))
                    .properties()
                    .forEach(entry -> words.put(entry.getKey(), entry.getValue().textValue()));
            return words;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static Stream<Path> modules() {
        try (Stream<Path> files = Files.walk(ASSETS)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
