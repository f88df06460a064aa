package kz.paysandbox.emulator.cli.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.paysandbox.certs.store.FileProblems;

/** A report in a file. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Writes it, and the folders above it; the file.
     *
     * @throws UncheckedIOException with the file's name and what to do, where it cannot be written
     */
    public static Path write(Path file, String report) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, report + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": " + FileProblems.of(unwritable), unwritable);
        }
    }
}
