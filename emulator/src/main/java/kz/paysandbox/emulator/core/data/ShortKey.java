package kz.paysandbox.emulator.core.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys that callers choose, in a bounded number of characters: a long text is stood in for by its beginning and a digest,
 * so that two different ones stay two.
 */
public final class ShortKey {

    /** Characters that are kept as they are. */
    static final int LONGEST = 256;

    private ShortKey() {}

    /** The text itself where it is short. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "#" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
