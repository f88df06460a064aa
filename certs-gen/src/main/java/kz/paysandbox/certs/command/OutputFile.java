package kz.paysandbox.certs.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.paysandbox.certs.store.SafeFiles;
import picocli.CommandLine.Option;

/** Where a command puts its result; an existing file needs {@code --force}. */
final class OutputFile {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace FILE if it exists.")
    private boolean force;

    Path file() {
        return file;
    }

    /** Call it before doing anything that cannot be taken back. */
    void demandFree() throws IOException {
        if (!force && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "exists: choose another file or add --force");
        }
    }

    void write(byte[] content, SafeFiles.Access access) throws IOException {
        SafeFiles.write(file, content, access);
    }
}
