package kz.paysandbox.gateway.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import kz.paysandbox.gateway.store.Sha256;

/** How access tokens are written and hashed. */
final class TokenText {
    private static final String START = "kzpay_";
    private static final int RANDOM_BYTES = 32;
    private static final int PREFIX = START.length() + 8;
    private static final int LENGTH = START.length() + 43;

    private TokenText() {}

    static String fresh(SecureRandom random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return START + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static boolean wellFormed(String token) {
        return token.length() == LENGTH && token.matches(START + "[A-Za-z0-9_-]+");
    }

    /** What names a token from the day it is made; not enough to use it. */
    static String prefix(String token) {
        return token.substring(0, PREFIX);
    }

    /** SHA-256 in hexadecimal digits. */
    static String hash(String token) {
        return Sha256.hex(token);
    }

    /** Compared in a time that does not depend on where they differ. */
    static boolean sameHash(String presented, String kept) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
    }
}
