package kz.paysandbox.certs.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.paysandbox.certs.x509.BadMaterialException;

/** Files a user names on the command line. */
final class InputFile {
    private static final long MAX_BYTES = 1024 * 1024;

    private static final Path STANDARD_INPUT = Path.of("-");

    private InputFile() {}

    /** The text of a PEM file, byte by byte: PEM is ASCII, and what surrounds it must not make reading fail. */
    static String pem(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new BadMaterialException(file + " is longer than 1 MiB: not a PEM file");
        }
        return Files.readString(file, ISO_8859_1);
    }

    /** The first line of a password file, as {@code openssl -passin file:} reads it; {@code -} is standard input. */
    static char[] password(Path file) throws IOException {
        try (BufferedReader reader = file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, UTF_8))
                : Files.newBufferedReader(file, UTF_8)) {
            String line = reader.readLine();
            return line == null ? new char[0] : line.toCharArray();
        }
    }
}
