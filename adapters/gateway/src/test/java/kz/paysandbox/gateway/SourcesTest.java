package kz.paysandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Path MAIN = Path.of("src", "main", "java");

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        List<Path> packages = sources().map(Path::getParent).distinct().toList();
        assertThat(packages).hasSizeGreaterThan(3).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(text(info)).contains("/** ").contains("@NullMarked");
        });
    }

    @Test
    void no_package_has_more_files_than_a_reader_can_see_at_once() {
        Map<Path, Long> files =
                sources().collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        assertThat(files)
                .allSatisfy((folder, count) ->
                        assertThat(count).as(folder.toString()).isLessThanOrEqualTo(25));
    }

    @Test
    void no_file_is_longer_than_the_budget() {
        assertThat(sources())
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(300));
    }

    @Test
    void most_files_are_short() {
        List<Long> lengths = sources().map(SourcesTest::lines).sorted().toList();
        assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(70);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("p90").isLessThanOrEqualTo(160);
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
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

    private static long lines(Path file) {
        return text(file).lines().count();
    }
}
