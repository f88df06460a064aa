package kz.paysandbox.adapters.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads the private key of a PEM file: PKCS#8, encrypted (as the bank's Annex 2 makes it) or plain. */
final class PrivateKeys {
    private static final String CONVERT = "Convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW";

    private PrivateKeys() {}

    static PrivateKey read(Path file, Password password, String algorithm) {
        for (Pem.Block block : Pem.read(file).blocks()) {
            if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
                return decrypt(file, block.bytes(file), password, algorithm);
            }
            if (block.label().equals("PRIVATE KEY")) {
                return plain(file, block.bytes(file), algorithm);
            }
            if (block.label().endsWith(" PRIVATE KEY")) {
                throw new BadKeyMaterial(file, "holds a key in the old OpenSSL form", CONVERT, null);
            }
        }
        throw new BadKeyMaterial(
                file, "holds no private key", "Give the file that 'openssl req -keyout' wrote (Annex 2)", null);
    }

    static boolean encrypted(Path file) {
        return Pem.read(file).blocks().stream().noneMatch(block -> block.label().equals("PRIVATE KEY"));
    }

    private static PrivateKey decrypt(Path file, byte[] der, Password password, String algorithm) {
        char[] secret = password.read();
        try {
            Optional<Pbes2> modern = Pbes2.parse(der);
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(
                            modern.isPresent()
                                    ? new PKCS8EncodedKeySpec(modern.get().open(secret))
                                    : older(der, secret));
        } catch (NoSuchAlgorithmException | IOException | IllegalArgumentException e) {
            throw new BadKeyMaterial(file, "is encrypted in a way this Java cannot read", CONVERT, e);
        } catch (GeneralSecurityException e) {
            throw new BadKeyMaterial(
                    file, "the password does not open the private key", "Give the pass phrase of Annex 2, line 5", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static KeySpec older(byte[] der, char[] secret) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        return info.getKeySpec(SecretKeyFactory.getInstance(info.getAlgName()).generateSecret(new PBEKeySpec(secret)));
    }

    private static PrivateKey plain(Path file, byte[] der, String algorithm) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw Held.doesNotFit(file, e);
        }
    }
}
