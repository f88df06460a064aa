package kz.paysandbox.emulator.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    @TempDir
    private Path home;

    @Test
    void the_end_stays_and_what_comes_is_behind_it() throws IOException {
        Path file = home.resolve("sandbox.log");
        BoundedLog log = new BoundedLog(file, 100, 30);
        try (BufferedWriter process = Files.newBufferedWriter(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            print(process, 1, 10);
            log.shorten();
            assertThat(Files.size(file)).isEqualTo(100);
            print(process, 11, 11);
            log.shorten();
            assertThat(file).content().isEqualTo("line 0010\nline 0011\n");
            print(process, 12, 12);
        }
        assertThat(file).content().isEqualTo("line 0010\nline 0011\nline 0012\n");
    }

    @Test
    void one_endless_line_leaves_nothing() throws IOException {
        Path file = Files.writeString(home.resolve("sandbox.log"), "x".repeat(200));
        new BoundedLog(file, 100, 30).shorten();
        assertThat(file).isEmptyFile();
    }

    @Test
    void that_of_a_home_has_a_bound() {
        BoundedLog log = BoundedLog.of(home);
        assertThat(log.file()).hasFileName("sandbox.log");
        assertThat(log.longest()).isGreaterThan(log.kept());
    }

    private static void print(BufferedWriter process, int from, int to) throws IOException {
        for (int number = from; number <= to; number++) {
            process.write("line %04d\n".formatted(number));
        }
        process.flush();
    }
}
