package kz.paysandbox.emulator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Maven of its own builds the sample by its own pom, in another folder, and its tests pass. */
class SampleProjectIT {

    private static final Path SAMPLE = Path.of("src", "it", "sample");
    private static final Path WORK = Path.of("target", "sample").toAbsolutePath();

    @Test
    void its_own_pom_builds_it_and_its_tests_pass() throws IOException, InterruptedException {
        Path project = copied();
        Repository repository = new Repository(WORK.resolve("repository"));
        repository.install();
        Path output = WORK.resolve("output.txt");
        Process maven = new ProcessBuilder(
                        maven(),
                        "-B",
                        "-s",
                        repository.settings().toString(),
                        "-Dmaven.repo.local=" + repository.folder(),
                        "test")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(maven.waitFor(5, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            maven.destroyForcibly();
        }
        assertThat(maven.exitValue()).as(() -> text(output)).isZero();
        assertThat(text(project.resolve(Path.of("target", "surefire-reports", "TEST-example.shop.CheckoutTest.xml"))))
                .contains("tests=\"3\"")
                .contains("errors=\"0\"")
                .contains("skipped=\"0\"")
                .contains("failures=\"0\"");
    }

    /** Files of an earlier build would hide what is missing now. */
    private static Path copied() throws IOException {
        Path project = WORK.resolve("project");
        if (Files.exists(project)) {
            try (Stream<Path> old = Files.walk(project)) {
                for (Path file :
                        old.sorted((first, second) -> second.compareTo(first)).toList()) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return project;
    }

    /** The one that runs this test, else the one on the path. */
    private static String maven() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "mvn.cmd" : "mvn";
        return Stream.of(System.getProperty("sample.maven.home", ""))
                .filter(home -> !home.isEmpty())
                .map(home -> Path.of(home, "bin", name))
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .orElse(name);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "no " + file;
        }
    }
}
