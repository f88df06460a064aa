package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.paysandbox.certs.store.SafeFiles;

/**
 * The file beside an archive that says what it is of: its length and its checksum by {@code cksum} in the first two lines,
 * as launchers read them, then the jar and the JVM.
 */
record ArchiveLabel(Path archive, Path jar) {

    Path file() {
        return fileOf(archive);
    }

    static Path fileOf(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".txt");
    }

    /** Whether the archive is the one that this was written for, of this JVM and of the jar as it is now. */
    boolean isRight() {
        try {
            return Files.isRegularFile(archive)
                    && Files.isRegularFile(file())
                    && Files.readAllLines(file()).equals(lines());
        } catch (IOException unreadable) {
            return false;
        }
    }

    void write() throws IOException {
        SafeFiles.write(file(), String.join("\n", lines()) + "\n", SafeFiles.Access.EVERYONE);
    }

    private List<String> lines() throws IOException {
        return List.of(
                String.valueOf(Files.size(archive)),
                Cksum.of(archive),
                jar.toString(),
                String.valueOf(Files.size(jar)),
                Files.getLastModifiedTime(jar).toString(),
                property("java.vm.vendor"),
                property("java.vm.version"),
                property("java.home"));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
