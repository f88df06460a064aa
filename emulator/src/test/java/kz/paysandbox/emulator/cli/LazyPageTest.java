package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of the page and of the stream of events is loaded before somebody asks for them. */
class LazyPageTest {

    private static final Pattern CONTROL = Pattern.compile("\"control\":(\\d+)");
    private static final List<String> LATE =
            List.of("emulator.page.PageFile ", "emulator.page.PageFiles ", "control.events.WorldEvents ");

    @TempDir
    private Path folder;

    @Test
    void it_is_loaded_by_the_first_request() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        Path ports = folder.resolve("ports.json");
        Process sandbox = CommandProcess.builder(
                        folder,
                        List.of("up", "--quiet", "--ephemeral", "--home", "home", "--ports-file", ports.toString()),
                        Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (Files.notExists(ports)) {
                assertThat(sandbox.waitFor(10, TimeUnit.MILLISECONDS))
                        .as("ended")
                        .isFalse();
            }
            String before = Files.readString(loaded, StandardCharsets.UTF_8);
            assertThat(before).contains("emulator.page.PageEndpoints ").doesNotContain(LATE);

            Matcher port = CONTROL.matcher(Files.readString(ports));
            assertThat(port.find()).isTrue();
            String address = "http://127.0.0.1:" + port.group(1);
            URI.create(address + "/").toURL().openStream().close();
            try (InputStream events =
                    URI.create(address + "/__sandbox/events").toURL().openStream()) {
                assertThat(events.read()).isPositive();
            }
            assertThat(Files.readString(loaded, StandardCharsets.UTF_8)).contains(LATE);
        } finally {
            sandbox.destroy();
            assertThat(sandbox.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
