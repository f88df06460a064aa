package kz.paysandbox.emulator.store.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Where the driver unpacks SQLite itself, one file of a megabyte for each process: beside the worlds and not among
 * everybody's temporary files, so that what a process leaves that was killed is found by the next one, and removed.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

    /** The driver's system property; who has set it chooses the folder. */
    private static final String FOLDER = "org.sqlite.tmpdir";

    private static final String FILES = "sqlite-*sqlitejdbc.*";

    /** Another process that starts at the same time may not have opened its file yet. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private NativeLibrary() {}

    /** Loads it once in a process; where that fails here, the driver tries among the temporary files later. */
    static void loadFrom(Path folder) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception unusable) {
            LOG.debug("SQLite cannot be loaded from {}", folder, unusable);
        } finally {
            System.clearProperty(FOLDER);
        }
        try {
            removeOld(folder);
        } catch (IOException unreadable) {
            LOG.debug("{} cannot be listed", folder, unreadable);
        }
    }

    /** Keeps the newest, which may be this process's, and those that are not much older. */
    static void removeOld(Path folder) throws IOException {
        Map<Path, Instant> files = new LinkedHashMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : found) {
                FileTime modified = Files.getLastModifiedTime(file);
                files.put(file, modified.toInstant());
            }
        }
        Instant newest = files.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        for (Map.Entry<Path, Instant> file : files.entrySet()) {
            if (file.getValue().isBefore(newest.minus(YOUNG))) {
                remove(file.getKey());
            }
        }
    }

    /** One that another process uses is not removed on Windows; elsewhere that process keeps what it has. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException used) {
            LOG.debug("{} stays", file, used);
        }
    }
}
