package kz.paysandbox.emulator.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    private static final Instant STARTED = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    private Path folder;

    private Path file(String name, Instant modified) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }

    @Test
    void what_processes_before_have_left_is_removed() throws IOException {
        file("sqlite-3.50.1.0-aa-libsqlitejdbc.so", STARTED.minusSeconds(61));
        file("sqlite-3.50.1.0-aa-libsqlitejdbc.so.lck", STARTED.minusSeconds(61));
        file("sqlite-3.50.1.0-bb-sqlitejdbc.dll", STARTED.minusSeconds(3_600));
        Path starting = file("sqlite-3.50.1.0-cc-libsqlitejdbc.so", STARTED.minusSeconds(59));
        Path own = file("sqlite-3.50.1.0-dd-libsqlitejdbc.so", STARTED);
        Path worlds = file("worlds.db", STARTED.minusSeconds(3_600));
        NativeLibrary.removeOld(folder);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(starting, own, worlds);
        }
    }

    @Test
    void an_empty_folder_stays_empty() throws IOException {
        NativeLibrary.removeOld(folder);
        assertThat(folder).isEmptyDirectory();
    }
}
