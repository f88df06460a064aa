package kz.paysandbox.emulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes that are counted of an entry are those that it takes of the heap, about. */
class HeldBytesTest {

    @Test
    void what_is_counted_is_held_and_not_much_less() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldBytes.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(lines).hasSize(GrowingPart.values().length).allSatisfy(line -> {
            String[] words = line.split(" ", -1);
            double ratio = Double.parseDouble(words[2]) / Double.parseDouble(words[1]);
            assertThat(ratio).as(line).isBetween(0.4, 1.1);
        });
    }
}
