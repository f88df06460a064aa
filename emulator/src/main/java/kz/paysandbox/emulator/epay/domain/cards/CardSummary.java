package kz.paysandbox.emulator.epay.domain.cards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * All that is kept of a card.
 *
 * @param mask as {@code 4405...5096}
 * @param type payment system
 * @param hash tells equal cards apart from others
 */
public record CardSummary(String mask, String type, String issuer, String hash, CardBehavior behavior) {

    /** The face of a card number of at least 12 digits. */
    static CardSummary of(String pan, CardBehavior behavior) {
        String mask = pan.substring(0, 4) + "..." + pan.substring(pan.length() - 4);
        String type = switch (pan.charAt(0)) {
            case '3' -> "AMEX";
            case '4' -> "VISA";
            case '5', '2' -> "MASTERCARD";
            default -> "OTHER";
        };
        return new CardSummary(mask, type, "HALYK SANDBOX", hash(pan), behavior);
    }

    private static String hash(String pan) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("sandbox " + pan).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
