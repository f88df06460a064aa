package kz.paysandbox.adapters.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A reader of the private key of a PEM file: PKCS#8, encrypted (as the bank's Annex 2 makes it) or plain. */
final class PrivateKeys {
    private static final String CONVERT = "Convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW";

    private static final String FROM_ANNEX = "Give the file that 'openssl req -keyout' wrote (Annex 2)";

    private PrivateKeys() {}

    /** Tries the algorithms of all certificates, for an authority's certificate may come before the own one. */
    static PrivateKey read(Path file, Password password, Collection<String> algorithms) {
        for (Pem.Block block : Pem.read(file).blocks()) {
            if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
                return decrypt(file, block.bytes(file), password, algorithms);
            }
            if (block.label().equals("PRIVATE KEY")) {
                return plain(file, block.bytes(file), algorithms);
            }
            if (block.label().equals("OPENSSH PRIVATE KEY")) {
                throw new BadKeyMaterial(file, "holds a key for SSH", FROM_ANNEX, null);
            }
            if (block.label().endsWith(" PRIVATE KEY")) {
                throw new BadKeyMaterial(
                        file,
                        block.traditionallyEncrypted()
                                ? "holds a key in OpenSSL's traditional encrypted form (DEK-Info)"
                                : "holds a key in the old OpenSSL form",
                        CONVERT,
                        null);
            }
        }
        throw new BadKeyMaterial(file, "holds no private key", FROM_ANNEX, null);
    }

    static boolean encrypted(Path file) {
        return Pem.read(file).blocks().stream().noneMatch(block -> block.label().equals("PRIVATE KEY"));
    }

    private static PrivateKey decrypt(Path file, byte[] der, Password password, Collection<String> algorithms) {
        char[] secret = password.read();
        try {
            Optional<Pbes2> modern = Pbes2.parse(der);
            return key(
                    modern.isPresent() ? new PKCS8EncodedKeySpec(modern.get().open(secret)) : older(der, secret),
                    algorithms);
        } catch (NoSuchAlgorithmException | IOException | IllegalArgumentException e) {
            throw new BadKeyMaterial(file, "is encrypted in a way this Java cannot read", CONVERT, e);
        } catch (GeneralSecurityException e) {
            throw Password.refused(
                    file, "the private key", secret, "Give the pass phrase of Annex 2, line 5", CONVERT, e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static KeySpec older(byte[] der, char[] secret) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        return info.getKeySpec(SecretKeyFactory.getInstance(info.getAlgName()).generateSecret(new PBEKeySpec(secret)));
    }

    private static PrivateKey plain(Path file, byte[] der, Collection<String> algorithms) {
        try {
            return key(new PKCS8EncodedKeySpec(der), algorithms);
        } catch (GeneralSecurityException e) {
            throw KeyAndChain.doesNotFit(file, e);
        }
    }

    private static PrivateKey key(KeySpec spec, Collection<String> algorithms) throws GeneralSecurityException {
        GeneralSecurityException last = new InvalidKeySpecException("no certificate says of which kind the key is");
        for (String algorithm : algorithms) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }
}
