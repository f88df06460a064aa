package kz.paysandbox.certs.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that appear whole or not at all: written beside their place, then renamed into it. */
public final class SafeFiles {
    /** Who may read a file, where the file system knows owners. */
    public enum Access {
        EVERYONE("rw-r--r--"),
        OWNER_ONLY("rw-------");

        private final String posix;

        Access(String posix) {
            this.posix = posix;
        }
    }

    private SafeFiles() {}

    /** Writes or replaces {@code file}; makes its folder when needed. */
    public static void write(Path file, byte[] content, Access access) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file name");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try {
            restrict(temporary, access);
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    public static void write(Path file, String content, Access access) throws IOException {
        write(file, content.getBytes(UTF_8), access);
    }

    /** Removes what a process that was killed left half written in {@code folder}; call it under the folder's lock. */
    public static void removeLeftovers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private static void restrict(Path file, Access access) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(access.posix));
        }
    }
}
