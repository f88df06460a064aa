package kz.paysandbox.certs.x509;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** A private key under a password, as {@code openssl req -newkey} leaves it (Annex 2, lines 5 and 6). */
public final class EncryptedKey {
    private EncryptedKey() {}

    /**
     * The key of {@link #read} with the certificate it belongs to.
     *
     * @throws BadMaterialException also when the key belongs to another certificate
     */
    public static HeldCertificate readFor(X509Certificate certificate, String pem, char[] password) {
        HeldCertificate held = new HeldCertificate(certificate, read(pem, password));
        if (!held.fits()) {
            throw new BadMaterialException("the private key does not belong to the certificate");
        }
        return held;
    }

    /**
     * PKCS#8 encrypted with AES-256 in CBC mode, key by PBKDF2 with HMAC-SHA-256.
     *
     * @throws BadMaterialException where the password is not ASCII
     */
    public static String pem(PrivateKey key, char[] password, SecureRandom random) {
        Passwords.requireAscii(password);
        try {
            byte[] encrypted = new JcaPKCS8Generator(key, Passwords.modern(password, random))
                    .generate()
                    .getContent();
            return Pem.armour("ENCRYPTED PRIVATE KEY", encrypted);
        } catch (IOException | OperatorCreationException e) {
            throw new BadMaterialException("private key cannot be encrypted: " + e.getMessage(), e);
        }
    }

    /**
     * The private key of a PEM text: PKCS#8 or OpenSSL's traditional form, encrypted or not.
     *
     * @param password ignored when the key is not encrypted
     * @throws BadMaterialException when there is no key in it or the password is wrong
     */
    public static PrivateKey read(String pem, char[] password) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PrivateKeyInfo plain) {
                    return converter.getPrivateKey(plain);
                }
                if (part instanceof PEMKeyPair plain) {
                    return converter.getPrivateKey(plain.getPrivateKeyInfo());
                }
                if (part instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                    return converter.getPrivateKey(
                            encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                                    .setProvider(new BouncyCastleProvider())
                                    .build(password)));
                }
                if (part instanceof PEMEncryptedKeyPair encrypted) {
                    return converter.getPrivateKey(encrypted
                            .decryptKeyPair(new BcPEMDecryptorProvider(password))
                            .getPrivateKeyInfo());
                }
            }
            throw new BadMaterialException("no private key in it");
        } catch (PKCSException e) {
            throw new BadMaterialException("the password does not open this private key", e);
        } catch (IOException | OperatorCreationException e) {
            throw new BadMaterialException("private key cannot be read: wrong password or damaged file", e);
        }
    }
}
