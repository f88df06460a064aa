package kz.paysandbox.junit.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A world's certificate and key as files, for programs that take no other.
 *
 * @param folder readable by the user alone
 */
public record WorldFolder(Path folder) {

    private static final String PREFIX = "world-";

    /** A new one, empty. */
    public static WorldFolder in(Path files) {
        try {
            return new WorldFolder(Files.createTempDirectory(files, PREFIX));
        } catch (IOException unusable) {
            throw new SandboxException("no folder can be made in " + files, unusable);
        }
    }

    /** Writes a file; its path. */
    public Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException unusable) {
            throw new SandboxException(folder.resolve(name) + " cannot be written", unusable);
        }
    }

    /** Deletes it with its files. */
    public void delete() {
        try {
            delete(folder);
        } catch (IOException held) {
            throw new SandboxException(folder + " cannot be deleted", held);
        }
    }

    static void deleteAll(Path files) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(files, PREFIX + "*")) {
            for (Path folder : folders) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
