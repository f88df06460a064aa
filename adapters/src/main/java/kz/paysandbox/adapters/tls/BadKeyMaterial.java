package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key, certificate or password that cannot be used. The message names the file and says what to do. */
public final class BadKeyMaterial extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BadKeyMaterial(Path file, String wrong, String remedy, @Nullable Throwable cause) {
        super(file + ": " + wrong + ". " + remedy, cause);
    }

    BadKeyMaterial(String wrong, String remedy) {
        super(wrong + ". " + remedy);
    }
}
