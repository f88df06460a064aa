package kz.paysandbox.adapters.tls;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A small certificate authority for tests: root, server and clients, as objects and as files. */
public final class TestPki {
    public static final String PASSWORD = "contoso-2026";
    private static final AtomicLong SERIAL = new AtomicLong(1);

    public record Issued(KeyPair keys, X509Certificate certificate) {}

    private final Issued root;

    private TestPki(Issued root) {
        this.root = root;
    }

    public static TestPki create() throws Exception {
        return create("CN=Test Root");
    }

    public static TestPki create(String name) throws Exception {
        KeyPair keys = rsa();
        return new TestPki(new Issued(keys, certify(keys, keys, name, name, true, days(-1), days(900))));
    }

    public X509Certificate rootCertificate() {
        return root.certificate();
    }

    public Issued issue(String name) throws Exception {
        return issue(name, days(-1), days(365));
    }

    public Issued issue(String name, Instant from, Instant to) throws Exception {
        KeyPair keys = rsa();
        return new Issued(keys, certify(keys, root.keys(), "CN=" + name, "CN=Test Root", false, from, to));
    }

    /** Another certificate for the same key. */
    public Issued reissue(String name, Issued old, Instant from, Instant to) throws Exception {
        return new Issued(old.keys(), certify(old.keys(), root.keys(), "CN=" + name, "CN=Test Root", false, from, to));
    }

    public static Instant days(long fromNow) {
        return Instant.parse("2026-11-21T09:00:00Z").plusSeconds(fromNow * 86_400);
    }

    /** A server's context that asks for a client certificate of this authority, and forces it if wished. */
    public SSLContext server() throws Exception {
        Issued server = issue("localhost");
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store(server, PASSWORD.toCharArray()), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("root", root.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    public Path writeRoot(Path directory) throws Exception {
        return Files.writeString(
                directory.resolve("root.crt"),
                pem("CERTIFICATE", root.certificate().getEncoded()));
    }

    public static Path writeCertificate(Path file, Issued issued) throws Exception {
        return Files.writeString(file, pem("CERTIFICATE", issued.certificate().getEncoded()));
    }

    public static Path writeClearKey(Path file, Issued issued) throws Exception {
        return Files.writeString(
                file, pem("PRIVATE KEY", issued.keys().getPrivate().getEncoded()));
    }

    public static Path writeEncryptedKey(Path file, Issued issued) throws Exception {
        return writeEncryptedKey(file, issued, PKCS8Generator.AES_256_CBC);
    }

    public static Path writeEncryptedKey(Path file, Issued issued, ASN1ObjectIdentifier cipher) throws Exception {
        PemObject key = new JcaPKCS8Generator(
                        issued.keys().getPrivate(),
                        new JceOpenSSLPKCS8EncryptorBuilder(cipher)
                                .setPassword(PASSWORD.toCharArray())
                                .setProvider(new BouncyCastleProvider())
                                .build())
                .generate();
        return Files.writeString(file, pem("ENCRYPTED PRIVATE KEY", key.getContent()));
    }

    public static Path writePfx(Path file, Issued issued, boolean legacy) throws Exception {
        if (legacy) {
            System.setProperty("keystore.pkcs12.legacy", "");
        }
        try (var out = Files.newOutputStream(file)) {
            store(issued, PASSWORD.toCharArray()).store(out, PASSWORD.toCharArray());
        } finally {
            System.clearProperty("keystore.pkcs12.legacy");
        }
        return file;
    }

    /** A container with two keys; the first alias is the first. */
    public static Path writePfx(Path file, Issued first, Issued second) throws Exception {
        KeyStore both = store(first, PASSWORD.toCharArray());
        both.setKeyEntry(
                "later", second.keys().getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {second.certificate()
                });
        try (var out = Files.newOutputStream(file)) {
            both.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static KeyStore store(Issued issued, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", issued.keys().getPrivate(), password, new X509Certificate[] {issued.certificate()});
        return store;
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate certify(
            KeyPair subject, KeyPair issuer, String name, String by, boolean authority, Instant from, Instant to)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(by),
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(from),
                Date.from(to),
                new X500Name(name),
                subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(List.of(
                                    new GeneralName(GeneralName.dNSName, "localhost"),
                                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"))
                            .toArray(GeneralName[]::new)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate())));
    }
}
