package kz.paysandbox.emulator.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;

/** The token of a control surface that is bound beyond the loopback. */
final class ControlToken {

    private static final int BYTES = 24;
    private static final int LEAST = 16;

    private ControlToken() {}

    /**
     * The token that is demanded: the one chosen, else the first line of {@code file}, else a new one that is written
     * there for its owner alone.
     *
     * @param chosen from the environment; empty where none was
     * @throws KeyMaterialException where the file cannot be used, or a token is too short to protect anything
     */
    static String of(Optional<String> chosen, Path file, SecureRandom random) {
        if (chosen.isPresent()) {
            return strong(chosen.get(), "SANDBOX_CONTROL_TOKEN");
        }
        try {
            if (Files.exists(file)) {
                return strong(
                        Files.readString(file, UTF_8)
                                .lines()
                                .findFirst()
                                .orElse("")
                                .strip(),
                        file.toString());
            }
            String fresh = fresh(random);
            SafeFiles.write(file, fresh + "\n", SafeFiles.Access.OWNER_ONLY);
            return fresh;
        } catch (IOException unusable) {
            throw new KeyMaterialException(
                    "control.token-file: " + FileProblems.of(unusable) + "; name another file", unusable);
        }
    }

    private static String strong(String token, String where) {
        if (token.length() < LEAST || !token.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw new KeyMaterialException(where + " holds no usable token: it must have at least " + LEAST
                    + " characters of printable ASCII without blanks");
        }
        return token;
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
