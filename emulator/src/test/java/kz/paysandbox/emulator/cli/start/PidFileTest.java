package kz.paysandbox.emulator.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    @TempDir
    private Path home;

    private Path file;
    private PidFile pid;

    @BeforeEach
    void of_a_home() {
        file = home.resolve("sandbox.pid");
        pid = new PidFile(home);
    }

    @Test
    void a_process_that_wrote_it_is_found_until_the_file_goes() {
        assertThat(pid.running()).isEmpty();
        pid.write();
        assertThat(pid.running()).contains(ProcessHandle.current());
        pid.remove(ProcessHandle.current());
        assertThat(file).doesNotExist();
        pid.remove(ProcessHandle.current());
    }

    @Test
    void another_process_of_the_same_number_is_not_taken_for_it() throws IOException {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        Files.writeString(
                file,
                ProcessHandle.current().pid() + " " + start.minusSeconds(60).toEpochMilli());
        assertThat(pid.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "one two", "1 2 3", "999999999999 1", "-1 5"})
    void what_is_no_pid_is_nobody_s(String text) throws IOException {
        Files.writeString(file, text);
        assertThat(pid.running()).isEmpty();
    }

    @Test
    void a_file_of_another_process_stays() throws IOException {
        Files.writeString(file, "1 1");
        pid.remove(ProcessHandle.current());
        assertThat(file).exists();
    }
}
