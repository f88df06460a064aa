package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.start.SettingsOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of the documents that are not for a shell: settings, Java for embedding, dependencies. */
class ReadmeExamplesTest {

    @Test
    void the_settings_file_of_the_readme_adds_an_organisation(@TempDir Path home) throws IOException {
        for (String block : ReadmeFile.read().blocks("yaml")) {
            Path file = Files.writeString(home.resolve("sandbox.yaml"), block);
            String organizations = new SettingsOptions()
                    .read(Map.of("SANDBOX_CONFIG", file.toString()))
                    .text("kaspi.organizations");
            assertThat(organizations).contains("\"bin\":\"060640000035\"", "\"id\":501");
            assertThat(EmulatorConfig.embedded(home, Map.of("kaspi.organizations", organizations)))
                    .isNotNull();
        }
    }

    /** As the reader has them, who need not check for null. */
    @Test
    @SuppressWarnings("NullAway")
    void the_lines_for_embedding_run() {
        int port;
        try (Emulator sandbox = Emulator.start(EmulatorConfig.embedded(Path.of("target/sandbox")))) {
            int r1 = sandbox.ports().get("kaspi-r1");
            sandbox.world().timeline().advance(Duration.ofMinutes(3));
            port = r1;
        }
        assertThat(port).isPositive();
    }

    @Test
    void the_lines_for_embedding_are_those_that_run() throws IOException {
        String source = Files.readString(ReadmeFile.top()
                .resolve("emulator/src/test/java/kz/paysandbox/emulator/readme/ReadmeExamplesTest.java"));
        for (String block : ReadmeFile.read("emulator/README.md").blocks("java")) {
            String body = block.strip().replaceAll("\\}$", "");
            assertThat(source.replaceAll("\\s+", "")).contains(body.replaceAll("\\s+", ""));
        }
    }

    /** Group, artifact and version are those that the build makes. */
    @ParameterizedTest
    @CsvSource({
        "adapters/README.md, xml, adapters/pom.xml",
        "emulator/junit/README.md, xml, emulator/junit/pom.xml",
        "emulator/junit/samples/README.md, kotlin, emulator/junit/pom.xml"
    })
    void a_dependency_is_what_the_build_makes(String document, String language, String pom) throws IOException {
        String module = Files.readString(ReadmeFile.top().resolve(pom));
        String version = Files.readString(ReadmeFile.top().resolve("pom.xml"))
                .replaceAll("(?s).*?<artifactId>kzpay-sandbox</artifactId>\\s*<version>([^<]+)<.*", "$1");
        List<String> blocks = ReadmeFile.read(document).blocks(language);
        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            String coordinates = language.equals("xml")
                    ? Stream.of("groupId", "artifactId", "version")
                            .map(name -> block.replaceAll("(?s).*<" + name + ">([^<]+)</" + name + ">.*", "$1"))
                            .reduce((left, right) -> left + ":" + right)
                            .orElse("")
                    : block.replaceAll("(?s).*testImplementation\\(\"([^\"]+)\"\\).*", "$1");
            String artifact = coordinates.replaceAll("^[^:]*:|:[^:]*$", "");
            assertThat(coordinates).isEqualTo("kz.paysandbox:" + artifact + ":" + version);
            assertThat(module).contains("<artifactId>" + artifact + "</artifactId>");
        }
    }
}
