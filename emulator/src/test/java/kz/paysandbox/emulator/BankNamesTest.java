package kz.paysandbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which banks there are is known to their own rooms and to the list of banks, in code and in comments. */
class BankNamesTest {

    private static final Path MAIN = Path.of("src", "main", "java", "kz", "paysandbox", "emulator");
    private static final Pattern NAME = Pattern.compile("kaspi|epay|halyk", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OWN_ROOMS = Set.of("kaspi", "epay");

    /** Files that may, with the reason. */
    private static final Map<String, String> EXEMPT = Map.of("boot/Banks.java", "the list of banks");

    @Test
    void no_other_file_names_a_bank() {
        assertThat(files().filter(file -> !OWN_ROOMS.contains(file.getName(0).toString()))
                        .filter(file -> !EXEMPT.containsKey(file.toString()))
                        .flatMap(BankNamesTest::named))
                .isEmpty();
    }

    @Test
    void what_is_exempt_does_name_one() {
        assertThat(files().filter(file -> named(file).findAny().isPresent()).map(Path::toString))
                .containsAll(EXEMPT.keySet());
    }

    private static Stream<String> named(Path file) {
        List<String> lines = lines(file);
        return lines.stream().filter(line -> NAME.matcher(line).find()).map(line -> file + ": " + line.strip());
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(MAIN::relativize)
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(MAIN.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
