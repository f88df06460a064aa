package kz.paysandbox.emulator.epay.call;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;

/** The pair that cryptograms are made for (cryptogram page: RSA of 4096 bits, PKCS#1 v1.5). */
public final class RsaKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final RSAPrivateCrtKey key;

    private RsaKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /**
     * Reads an unencrypted PKCS#8 PEM file.
     *
     * @throws IllegalStateException naming the file where it cannot be used
     */
    static RsaKey read(Path file) {
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            int begin = pem.indexOf(BEGIN);
            int end = pem.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalStateException(file + " is not an unencrypted PKCS#8 key (BEGIN PRIVATE KEY)");
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            Object read = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (read instanceof RSAPrivateCrtKey key) {
                return new RsaKey(key);
            }
            throw new IllegalStateException(file + " holds no RSA key with its primes");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    file + " holds no usable RSA key; make it with: sandbox certs init", unusable);
        }
    }

    /** PEM, as {@code /public.rsa} answers it. */
    public String publicPem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(publicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    public BigInteger modulus() {
        return key.getModulus();
    }

    public BigInteger exponent() {
        return key.getPublicExponent();
    }

    /**
     * What was encrypted.
     *
     * @throws GeneralSecurityException where this key does not open it
     */
    byte[] decrypt(byte[] encrypted) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(encrypted);
    }

    /** Bytes of everything that it encrypts. */
    int bytes() {
        return (modulus().bitLength() + 7) / 8;
    }

    /** Whether it opens this with OAEP, which the bank does not use. */
    boolean opensWith(OAEPParameterSpec parameters, byte[] encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
            cipher.doFinal(encrypted);
            return true;
        } catch (GeneralSecurityException notSo) {
            return false;
        }
    }

    /**
     * What was encrypted, its padding included.
     *
     * @throws GeneralSecurityException where it is larger than the key
     */
    byte[] raw(byte[] encrypted) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(encrypted);
    }

    private PublicKey publicKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus(), exponent()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
