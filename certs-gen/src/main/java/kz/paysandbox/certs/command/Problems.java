package kz.paysandbox.certs.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failures of the file system in a user's words. */
final class Problems {
    private Problems() {}

    static String of(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return e.getFile() + ": no such file";
        }
        if (e instanceof AccessDeniedException) {
            return e.getFile() + ": no permission";
        }
        return e.getFile() + ": " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
    }
}
