package kz.paysandbox.emulator.cli.worlds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import kz.paysandbox.emulator.store.StoreKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that a world's file is sealed with. */
public final class FileKey {

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Holds the key of the world's file, 64 hexadecimal digits; made where it is absent. Default:"
                    + " the key of the sandbox's home, with which only that sandbox opens it")
    private @Nullable Path file;

    /**
     * What tells the sandbox the key.
     *
     * @param made whether the file is made where it is absent
     */
    Map<String, String> headers(boolean made) {
        return file == null ? Map.of() : Map.of("X-Sandbox-Key", digits(file, made));
    }

    private static String digits(Path file, boolean made) {
        try {
            if (made) {
                StoreKey.make(file, new SecureRandom());
            }
            return Files.readString(file, UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("--key-file: " + file + " cannot be read", unreadable);
        }
    }
}
