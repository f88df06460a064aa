package kz.paysandbox.junit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Maven of its own builds each sample by its own pom, in another folder, and its tests pass. */
class SampleProjectsIT {

    private static final Path WORK = Path.of("target", "samples").toAbsolutePath();

    @Test
    void the_oldest_junit_without_a_network() throws IOException, InterruptedException {
        passes("junit", "junit-oldest", 3, Repository.of(WORK).settingsOffline(), List.of());
    }

    @ParameterizedTest
    @Tag("thorough")
    @CsvSource({
        "junit-5.14, junit, 3, -Djunit.version=5.14.4",
        "junit-6, junit, 3, -Djunit.version=6.1.3",
        "spring-boot-3, spring-boot, 1, -Dspring-boot.version=3.5.16 -Dstarter=spring-boot-starter-web",
        "spring-boot-4, spring-boot, 1, -Dspring-boot.version=4.1.0 -Dstarter=spring-boot-starter-webmvc",
        "testng, testng, 1, -q"
    })
    void every_framework(String folder, String sample, int tests, String options)
            throws IOException, InterruptedException {
        passes(sample, folder, tests, Repository.of(WORK).settings(), List.of(options.split(" ")));
    }

    private static void passes(String sample, String folder, int tests, Path settings, List<String> options)
            throws IOException, InterruptedException {
        SampleBuild build = SampleBuild.of(sample, WORK.resolve(folder));
        build.run(settings, options);
        assertThat(build.report())
                .contains("tests=\"" + tests + "\"", "errors=\"0\"", "skipped=\"0\"", "failures=\"0\"");
    }
}
