package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * The key under which kept values are sealed (AES-256-GCM), so that tokens and phones are nowhere on disk in clear. Each
 * value is bound to its place: one that was moved to another is not opened.
 */
public final class StoreKey {

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecretKey key;
    private final int prefix;
    private final AtomicLong count;

    private StoreKey(byte[] bytes, SecureRandom random) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.prefix = random.nextInt();
        this.count = new AtomicLong(random.nextLong());
    }

    /**
     * The key of a file, which is made for its owner alone where it is not there.
     *
     * @throws StoreException where the file cannot be used
     */
    public static StoreKey of(Path file, SecureRandom random) {
        try {
            make(file, random);
            byte[] bytes = HexFormat.of().parseHex(Files.readString(file, UTF_8).strip());
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException("it has " + bytes.length + " bytes");
            }
            return new StoreKey(bytes, random);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new StoreException(
                    file + " holds no key of 64 hexadecimal digits (" + unusable.getMessage()
                            + "): restore it, or start with --fresh, which begins with new worlds",
                    unusable);
        }
    }

    /** Makes a file with a key for its owner alone, where none is there. */
    public static void make(Path file, SecureRandom random) throws IOException {
        if (Files.notExists(file)) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            SafeFiles.write(file, HexFormat.of().formatHex(fresh) + "\n", SafeFiles.Access.OWNER_ONLY);
        }
    }

    /**
     * The key of 64 hexadecimal digits.
     *
     * @throws StoreException where these are none
     */
    public static StoreKey ofDigits(String digits, SecureRandom random) {
        if (!digits.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new StoreException("a key has " + 2 * BYTES + " hexadecimal digits");
        }
        return new StoreKey(HexFormat.of().parseHex(digits), random);
    }

    /** A text, sealed for its place. */
    public Bytes seal(byte[] text, String place) {
        try {
            byte[] nonce = nonce();
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(text.length));
            cipher.doFinal(text, 0, text.length, sealed, NONCE);
            return Bytes.wrap(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The text that was sealed for a place.
     *
     * @throws AEADBadTagException where it is not this one's, or was changed
     */
    public byte[] open(Bytes from, String place) throws AEADBadTagException {
        byte[] sealed = from.array();
        try {
            if (sealed.length < NONCE + TAG) {
                throw new AEADBadTagException("too short");
            }
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), place)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException changed) {
            throw changed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the same twice: a prefix that each process draws, and a count that begins anywhere. */
    private byte[] nonce() {
        return ByteBuffer.allocate(NONCE)
                .putInt(prefix)
                .putLong(count.getAndIncrement())
                .array();
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
