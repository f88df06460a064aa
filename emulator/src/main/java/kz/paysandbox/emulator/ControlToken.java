package kz.paysandbox.emulator;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the token of a control surface that is bound beyond the loopback. */
final class ControlToken {

    private static final int BYTES = 24;

    private ControlToken() {}

    static String fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
