package kz.paysandbox.emulator.epay.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.JsonMistake;

/**
 * Why a cryptogram cannot be opened (cryptogram page: base64 of RSA with PKCS#1 v1.5 of a JSON object in UTF-8). The bank
 * answers all of these alike; these words are for the developer, and repeat nothing of what was encrypted.
 */
final class CryptogramMistake {

    private static final Pattern PLACE = Pattern.compile("at (line \\d+, column \\d+)");

    private static final String OTHER_PADDING = "the cryptogram's padding is OAEP; the bank's is PKCS#1 v1.5";

    private static final List<OAEPParameterSpec> OAEP = List.of(
            OAEPParameterSpec.DEFAULT,
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT),
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));

    private CryptogramMistake() {}

    /** Of a text whose bytes this key did not open. */
    static String ofUnopened(String cryptogram, RsaKey key) {
        if (!cryptogram.matches("[A-Za-z0-9+/=\\s]*")) {
            return cryptogram.matches("[A-Za-z0-9_=-]*")
                    ? "the cryptogram is base64url; the bank's is base64, with + and /"
                    : "the cryptogram is not base64: it has characters that base64 does not";
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(cryptogram);
        } catch (IllegalArgumentException malformed) {
            return "the cryptogram is not base64: its end is incomplete";
        }
        if (bytes.length != key.bytes()) {
            return "the cryptogram has " + bytes.length + " bytes, and the key of /public.rsa makes " + key.bytes()
                    + (cryptogram.strip().contains(" ")
                            ? "; it has blanks, as where a form lost its + signs"
                            : bytes.length < key.bytes() ? "; a shorter key was used, or a part was lost" : "");
        }
        return padding(bytes, key);
    }

    private static String padding(byte[] bytes, RsaKey key) {
        if (isOaep(bytes, key)) {
            return OTHER_PADDING;
        }
        try {
            String raw = Bytes.wrap(key.raw(bytes)).text().replace("\0", "").strip();
            return raw.startsWith("{") && raw.endsWith("}")
                    ? "the cryptogram has no padding; the bank's is PKCS#1 v1.5"
                    : "the cryptogram was made with another key than that of /public.rsa";
        } catch (GeneralSecurityException larger) {
            return "the cryptogram was made with another key than that of /public.rsa";
        }
    }

    private static boolean isOaep(byte[] bytes, RsaKey key) {
        return OAEP.stream().anyMatch(parameters -> key.opensWith(parameters, bytes));
    }

    /** Of what was opened and is no JSON object. One in 300 blocks with OAEP opens as PKCS#1 v1.5 too, as bytes at random. */
    static String ofContent(byte[] content, byte[] cryptogram, RsaKey key) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException otherwise) {
            return isOaep(cryptogram, key) ? OTHER_PADDING : "the cryptogram holds text that is not UTF-8";
        }
        String words = JsonMistake.words(Bytes.wrap(content));
        Matcher place = PLACE.matcher(words);
        Optional<String> where = place.find() ? Optional.of(place.group(1)) : Optional.empty();
        return "the cryptogram holds no JSON object"
                + where.map(found -> ": it is no JSON at " + found).orElse("");
    }
}
