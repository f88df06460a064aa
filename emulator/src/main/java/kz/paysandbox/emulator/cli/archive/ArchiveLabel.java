package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import kz.paysandbox.certs.store.SafeFiles;

/**
 * The file beside an archive that says what it is of: its length and its checksum by {@code cksum} in the first two lines,
 * as launchers read them, then the jar, the JVM and a checksum that is quick here.
 */
record ArchiveLabel(Path archive, Path jar) {

    private static final int CHUNK = 1 << 18;

    Path file() {
        return fileOf(archive);
    }

    static Path fileOf(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".txt");
    }

    /** Whether the archive is the one that this was written for, of this JVM and of the jar as it is now. */
    boolean isRight() {
        try {
            List<String> written = Files.isRegularFile(file()) ? Files.readAllLines(file()) : List.of();
            return Files.isRegularFile(archive)
                    && written.size() == facts().size() + 2
                    && written.get(0).equals(facts().get(0))
                    && written.subList(2, written.size() - 1).equals(facts().subList(1, facts().size()))
                    && written.get(written.size() - 1).equals(checksum());
        } catch (IOException unreadable) {
            return false;
        }
    }

    void write() throws IOException {
        List<String> lines = new ArrayList<>(facts());
        lines.add(1, Cksum.of(archive));
        lines.add(checksum());
        SafeFiles.write(file(), String.join("\n", lines) + "\n", SafeFiles.Access.EVERYONE);
    }

    private List<String> facts() throws IOException {
        return List.of(
                String.valueOf(Files.size(archive)),
                jar.toString(),
                String.valueOf(Files.size(jar)),
                Files.getLastModifiedTime(jar).toString(),
                property("java.vm.vendor"),
                property("java.vm.version"),
                property("java.home"));
    }

    private String checksum() throws IOException {
        CRC32C sum = new CRC32C();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(archive)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sum.update(chunk, 0, read);
            }
        }
        return Long.toHexString(sum.getValue());
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
