package kz.paysandbox.certs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.paysandbox.certs.x509.BadMaterialException;
import kz.paysandbox.certs.x509.Encoding;

/** Files a user names on the command line, in every form that openssl reads: PEM, DER, with a byte order mark. */
final class InputFile {
    private static final long MAX_BYTES = 1024 * 1024;

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private InputFile() {}

    /** Certificates as PEM text. */
    static String certificate(Path file) throws IOException {
        return Encoding.CERTIFICATE.pem(bytes(file));
    }

    /** A private key as PEM text. */
    static String key(Path file) throws IOException {
        return Encoding.PRIVATE_KEY.pem(bytes(file));
    }

    /** A certificate request as PEM text. */
    static String request(Path file) throws IOException {
        return Encoding.REQUEST.pem(bytes(file));
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new BadMaterialException(file + " is longer than 1 MiB: no certificate, key or request");
        }
        return Files.readAllBytes(file);
    }

    /** The first line of a password file, as {@code openssl -passin file:} reads it; {@code -} is standard input. */
    static char[] password(Path file) throws IOException {
        try (BufferedReader reader = file.equals(STANDARD_INPUT)
                ? new BufferedReader(new InputStreamReader(System.in, UTF_8))
                : Files.newBufferedReader(file, UTF_8)) {
            String line = reader.readLine();
            return line == null
                    ? new char[0]
                    : line.replaceFirst("^" + BYTE_ORDER_MARK, "").toCharArray();
        }
    }
}
