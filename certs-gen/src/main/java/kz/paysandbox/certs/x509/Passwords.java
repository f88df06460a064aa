package kz.paysandbox.certs.x509;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JceGenericKey;

/** Password-based encryption (PBES2, RFC 8018) shared by key files and containers. */
final class Passwords {
    /** OpenSSL's own default: readers on small machines must not wait. */
    static final int ITERATIONS = 2048;

    private static final int KEY_BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final int IV_BYTES = 16;

    private Passwords() {}

    /**
     * The JDK makes keys of ASCII passwords only (PBES2); openssl takes any bytes.
     *
     * @throws BadMaterialException where there is another character
     */
    static void requireAscii(char[] password) {
        for (char character : password) {
            if (character < ' ' || character > '~') {
                throw new BadMaterialException("the password has a character that is not printable ASCII: Java cannot"
                        + " open a container or key under it; choose letters, digits and ASCII punctuation");
            }
        }
    }

    /**
     * AES-256 in CBC mode, key by PBKDF2 with HMAC-SHA-256. Built here because the library's own builder asks the
     * provider for the cipher by its OID, and the JDK answers that with a cipher without padding.
     */
    static OutputEncryptor modern(char[] password, SecureRandom random) throws OperatorCreationException {
        byte[] salt = bytes(SALT_BYTES, random);
        byte[] iv = bytes(IV_BYTES, random);
        AlgorithmIdentifier prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBES2Parameters parameters = new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ITERATIONS, prf)),
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv)));
        try {
            SecretKeySpec key = new SecretKeySpec(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(new PBEKeySpec(password, salt, ITERATIONS, KEY_BITS))
                            .getEncoded(),
                    "AES");
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            return new Encryptor(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), cipher, key);
        } catch (GeneralSecurityException e) {
            throw new OperatorCreationException("no AES-256 in this Java runtime", e);
        }
    }

    private static byte[] bytes(int count, SecureRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private record Encryptor(AlgorithmIdentifier algorithm, Cipher cipher, SecretKeySpec key)
            implements OutputEncryptor {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream(OutputStream encrypted) {
            return new CipherOutputStream(encrypted, cipher);
        }

        @Override
        public GenericKey getKey() {
            return new JceGenericKey(algorithm, key);
        }
    }
}
