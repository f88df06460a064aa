package kz.paysandbox.certs.x509;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM text to and from the JDK's own types; loads no BouncyCastle class, so that reading a PKI stays quick. */
public final class Pem {
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----");

    private Pem() {}

    /** {@code der} in PEM armour with this label, lines of 64 characters, newline at the end. */
    public static String armour(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    public static String certificate(X509Certificate certificate) {
        return armour("CERTIFICATE", der(certificate));
    }

    /** The key as unencrypted PKCS#8. */
    public static String privateKey(PrivateKey key) {
        return armour("PRIVATE KEY", key.getEncoded());
    }

    /**
     * Every certificate of a PEM text, in order; other blocks, as a key in the same file, are passed over.
     *
     * @throws BadMaterialException when there is none, or one of them cannot be read
     */
    public static List<X509Certificate> certificates(String pem) {
        List<X509Certificate> found = CERTIFICATE
                .matcher(pem)
                .results()
                .map(block -> certificate(block.group(1)))
                .toList();
        if (found.isEmpty()) {
            throw new BadMaterialException("no certificate in it");
        }
        return found;
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BadMaterialException("not a PEM certificate", e);
        }
    }

    /**
     * The unencrypted PKCS#8 key of a PEM text.
     *
     * @param algorithm {@code RSA} or {@code EC}
     * @throws BadMaterialException when there is none
     */
    public static PrivateKey readPrivateKey(String pem, String algorithm) {
        Matcher matcher = PRIVATE_KEY.matcher(pem);
        if (!matcher.find()) {
            throw new BadMaterialException("no unencrypted PKCS#8 private key in it");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BadMaterialException("not a readable " + algorithm + " private key", e);
        }
    }

    /** Lower-case hex SHA-256 of the certificate's DER: the name by which registry and emulator know it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new BadMaterialException("certificate cannot be encoded", e);
        }
    }
}
