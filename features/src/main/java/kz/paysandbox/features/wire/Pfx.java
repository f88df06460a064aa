package kz.paysandbox.features.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A client certificate with its key as a PFX container.
 *
 * @param base64 the container
 */
public record Pfx(String base64, String password) {

    public static Pfx read(Path container, String password) {
        try {
            return new Pfx(Base64.getEncoder().encodeToString(Files.readAllBytes(container)), password);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the container " + container + " cannot be read", unreadable);
        }
    }

    public byte[] bytes() {
        return Base64.getMimeDecoder().decode(base64);
    }

    @Override
    public String toString() {
        return "Pfx[hidden]";
    }
}
