package kz.paysandbox.emulator.epay;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;

/** Encrypts as clients in Java do. */
public final class PublicKeys {

    private PublicKeys() {}

    public static String encrypt(String pem, byte[] text) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new X509EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(base64))));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
