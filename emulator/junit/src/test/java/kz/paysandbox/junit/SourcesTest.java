package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void no_file_is_longer_than_the_budget() throws IOException {
        for (Path file : sources(MAIN)) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void every_package_says_what_it_is_for_and_is_small() throws IOException {
        Map<Path, Long> packages = sources(MAIN).stream()
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        for (Map.Entry<Path, Long> folder : packages.entrySet()) {
            assertThat(folder.getValue()).as(folder.toString()).isLessThanOrEqualTo(25);
            assertThat(Files.readString(folder.getKey().resolve("package-info.java")))
                    .contains("/**", "@NullMarked");
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
