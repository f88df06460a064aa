package kz.paysandbox.adapters.epay.payment;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import kz.paysandbox.adapters.epay.wire.EpayJson;
import kz.paysandbox.adapters.epay.wire.Requests;

/**
 * A card encrypted for the bank ({@code cryptogram}): base64 of RSA/PKCS#1 v1.5 over JSON, as the bank's SDK makes it.
 *
 * @param value the text to send
 */
public record Cryptogram(String value) {
    /**
     * Encrypts a card for one terminal.
     *
     * @throws IllegalArgumentException when the key is no RSA key large enough
     */
    public static Cryptogram of(Card card, String terminal, PublicKey bankKey) {
        byte[] json = EpayJson.write(new Requests.Card(card.pan(), card.mmyy(), card.cvc(), terminal));
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, bankKey);
            return new Cryptogram(Base64.getEncoder().encodeToString(cipher.doFinal(json)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the bank's key cannot encrypt a card", e);
        }
    }

    /** Reads the bank's key ({@code GET /public.rsa}): PEM, BEGIN PUBLIC KEY. */
    public static PublicKey key(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an RSA public key in PEM", e);
        }
    }

    @Override
    public String toString() {
        return "Cryptogram[hidden]";
    }
}
