package kz.paysandbox.features.epay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import kz.paysandbox.features.wire.Json;

/** The cryptogram: base64 of RSA/PKCS#1 v1.5 over JSON, as the bank's SDK makes it. */
public final class Cryptogram {

    private Cryptogram() {}

    /**
     * Encrypts a card for one terminal.
     *
     * @param expiry as {@code MMYY}
     * @param pem the bank's key, BEGIN PUBLIC KEY
     * @throws IllegalArgumentException where it is no such key
     */
    public static String of(String pan, String expiry, String cvc, String terminal, String pem) {
        Map<String, String> card = new LinkedHashMap<>();
        card.put("hpan", pan);
        card.put("expDate", expiry);
        card.put("cvc", cvc);
        card.put("terminalId", terminal);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key(pem));
            return Base64.getEncoder()
                    .encodeToString(cipher.doFinal(Json.of(card).getBytes(UTF_8)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("the bank's key cannot encrypt a card", unusable);
        }
    }

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static PublicKey key(String pem) {
        String[] parts = pem.split("-----(BEGIN|END) PUBLIC KEY-----", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no PEM public key: " + pem);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(parts[1]);
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            throw new IllegalArgumentException("no RSA key: " + pem, none);
        }
    }
}
