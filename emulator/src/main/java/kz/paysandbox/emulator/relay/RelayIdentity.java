package kz.paysandbox.emulator.relay;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import kz.paysandbox.emulator.core.net.Fingerprint;

/**
 * The certificate and key that a node shows to others. Nodes know each other by the fingerprints that they have told the
 * database, so no authority is needed.
 */
public final class RelayIdentity {

    private static final char[] NO_PASSWORD = {};

    private final KeyManagerFactory keys;
    private final String fingerprint;

    public RelayIdentity(PrivateKey key, X509Certificate certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("node", key, NO_PASSWORD, new Certificate[] {certificate});
            this.keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            this.fingerprint = Fingerprint.of(certificate);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** SHA-256 of the certificate, in lower-case hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** TLS with those alone whose fingerprints are known. */
    SSLContext context(Predicate<String> known) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {new KnownNodes(known)}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Trusts by fingerprint, in both directions. */
    private static final class KnownNodes implements X509TrustManager {

        private final Predicate<String> known;

        KnownNodes(Predicate<String> known) {
            this.known = known;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !known.test(Fingerprint.of(chain[0]))) {
                throw new CertificateException("no node of these worlds has this certificate");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
