package kz.paysandbox.adapters.merchant.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that cells of the database are encrypted with (AES-256-GCM, a random nonce of 96 bits for each cell). The first
 * key encrypts; all decrypt, so that a new one can be put before the old one.
 */
public final class DatabaseKey {
    static final String PREFIX = "aes-gcm:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random;

    private DatabaseKey(List<SecretKeySpec> keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /**
     * Keys of a file: one in each line, 32 bytes in Base64 ({@code openssl rand -base64 32}); empty lines are skipped.
     *
     * @throws IllegalArgumentException when a line is none, or there is none; no key is in the message
     */
    public static DatabaseKey file(Path file) {
        try {
            List<SecretKeySpec> keys = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> key(file, line))
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no key");
            }
            return new DatabaseKey(keys, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException("the key file cannot be read: " + file, e);
        }
    }

    private static SecretKeySpec key(Path file, String line) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": a line is no Base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    file + ": a key has " + KEY_BYTES + " bytes in Base64, not " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static boolean sealed(String stored) {
        return stored.startsWith(PREFIX);
    }

    /** Whether there are keys that only decrypt. */
    boolean several() {
        return keys.size() > 1;
    }

    /** Whether this is encrypted with a key that only decrypts: with one of the others, and not with the first. */
    boolean outdated(String stored, String place) {
        try {
            opened(keys.subList(0, 1), decoded(stored), place);
            return false;
        } catch (GeneralSecurityException | IllegalArgumentException notTheFirst) {
            return fits(stored, place);
        }
    }

    private boolean fits(String stored, String place) {
        try {
            opened(keys, decoded(stored), place);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return false;
        }
    }

    private static byte[] decoded(String stored) {
        return Base64.getDecoder().decode(stored.substring(PREFIX.length()));
    }

    /** Encrypts; the place is authenticated with it. */
    String seal(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, place)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return PREFIX
                    + Base64.getEncoder()
                            .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    String open(String stored, String place) {
        try {
            return opened(keys, decoded(stored), place);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw StoreFailed.unreadable(place + " cannot be decrypted: another key, or a changed row", e);
        }
    }

    private static String opened(List<SecretKeySpec> candidates, byte[] bytes, String place)
            throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        AEADBadTagException failure = new AEADBadTagException("no key");
        for (SecretKeySpec key : candidates) {
            try {
                byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                        .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
                return new String(text, StandardCharsets.UTF_8);
            } catch (AEADBadTagException another) {
                failure = another;
            }
        }
        throw failure;
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "DatabaseKey[hidden]";
    }
}
