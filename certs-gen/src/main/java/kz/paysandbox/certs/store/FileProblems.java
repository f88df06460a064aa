package kz.paysandbox.certs.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Failures of the file system in a user's words: which file, what is wrong, never the name of a Java class. */
public final class FileProblems {
    private FileProblems() {}

    /** One line, as {@code /data/pki/server.key: No space left on device}. */
    public static String of(IOException failure) {
        if (failure instanceof FileSystemException known) {
            return known.getFile() + ": " + reason(known);
        }
        return Optional.ofNullable(failure.getMessage()).orElse("reading or writing failed");
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        return Optional.ofNullable(failure.getReason()).orElse("cannot be used");
    }
}
