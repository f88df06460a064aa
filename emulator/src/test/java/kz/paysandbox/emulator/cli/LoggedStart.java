package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sandbox in a process of its own that writes down which classes it loads. */
record LoggedStart(Process sandbox, Path ports, Path log) implements AutoCloseable {

    /** Up, with its home in the folder. */
    static LoggedStart in(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.txt");
        Path ports = folder.resolve("ports.json");
        Path said = folder.resolve("said.txt");
        Process sandbox = CommandProcess.builder(
                        folder,
                        List.of("up", "--quiet", "--ephemeral", "--home", "home", "--ports-file", ports.toString()),
                        Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        LoggedStart start = new LoggedStart(sandbox, ports, log);
        while (Files.notExists(ports)) {
            if (sandbox.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IOException("ended with " + sandbox.exitValue() + ": " + Files.readString(said));
            }
        }
        return start;
    }

    int port(String listener) throws IOException {
        Matcher port = Pattern.compile("\"" + listener + "\":(\\d+)").matcher(Files.readString(ports));
        assertThat(port.find()).as(listener).isTrue();
        return Integer.parseInt(port.group(1));
    }

    /** What was written down so far. */
    String loaded() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sandbox.destroy();
        assertThat(sandbox.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }
}
