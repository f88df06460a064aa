package kz.paysandbox.features.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom the client trusts and what it holds. */
public final class Tls {

    private Tls() {}

    /** A context that trusts this bundle of PEM certificates, or without one those that Java trusts. */
    public static SSLContext trusting(Optional<Path> bundle) {
        return bundle.map(pem -> context(pem, Optional.empty())).orElseGet(Tls::standard);
    }

    /**
     * A context that trusts this bundle of PEM certificates alone.
     *
     * @param held the client's certificate, where it shows one
     */
    public static SSLContext context(Path bundle, Optional<Pfx> held) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            try (InputStream pem = Files.newInputStream(bundle)) {
                for (Certificate ca : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    trusted.setCertificateEntry("ca-" + trusted.size(), ca);
                }
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(held), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "the key material cannot be used: " + bundle + ": " + unusable.getMessage(), unusable);
        }
    }

    private static SSLContext standard() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException none) {
            throw new IllegalArgumentException("Java's own trust cannot be used", none);
        }
    }

    private static KeyManager[] keys(Optional<Pfx> held) throws GeneralSecurityException, IOException {
        if (held.isEmpty()) {
            return new KeyManager[0];
        }
        char[] password = held.get().password().toCharArray();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(new ByteArrayInputStream(held.get().bytes()), password);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        return keys.getKeyManagers();
    }
}
