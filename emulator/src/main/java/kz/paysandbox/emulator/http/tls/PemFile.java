package kz.paysandbox.emulator.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Certificates and private keys from PEM files, without a key store and without loading a provider for it. */
final class PemFile {

    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";

    private PemFile() {}

    static List<X509Certificate> certificates(Path file) {
        byte[] bytes = read(file);
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new KeyMaterialException(file + " holds no certificate");
            }
            return certificates;
        } catch (GeneralSecurityException malformed) {
            throw new KeyMaterialException(file + " is not a PEM certificate: " + malformed.getMessage(), malformed);
        }
    }

    static PrivateKey privateKey(Path file, String algorithm) {
        String text = new String(read(file), StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN_KEY);
        int end = text.indexOf(END_KEY);
        if (begin < 0 || end < begin) {
            throw new KeyMaterialException(file + " is not an unencrypted PKCS#8 key (BEGIN PRIVATE KEY)");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN_KEY.length(), end));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw new KeyMaterialException(file + " holds no usable " + algorithm + " key", malformed);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new KeyMaterialException(
                    file
                            + " is missing; delete its other half too, if it is there (server.crt and server.key belong together), and make"
                            + " both with: sandbox certs init",
                    missing);
        } catch (IOException unreadable) {
            throw new KeyMaterialException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
