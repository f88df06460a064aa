package kz.paysandbox.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All that slf4j was given in this run, down to TRACE: the build has it written to a file. */
final class TestLog {
    private static final String FILE = "org.slf4j.simpleLogger.logFile";

    private TestLog() {}

    static void present() {
        assertThat(System.getProperty(FILE, ""))
                .as("-D" + FILE + ", which the build sets for integration tests")
                .isNotEmpty();
        assertThat(System.getProperty("org.slf4j.simpleLogger.defaultLogLevel")).isEqualTo("trace");
    }

    static String text() {
        try {
            return Files.readString(Path.of(System.getProperty(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
