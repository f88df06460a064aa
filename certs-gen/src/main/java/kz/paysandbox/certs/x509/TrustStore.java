package kz.paysandbox.certs.x509;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates of authorities as a PKCS#12 store, for stacks that take no PEM bundle. */
public final class TrustStore {
    /** Protects nothing that is secret; it is the JDK's own for its store of authorities. */
    public static final String PASSWORD = "changeit";

    private TrustStore() {}

    /** The store's bytes; entries {@code ca-1}, {@code ca-2}, … in the given order, marked as trusted for the JDK. */
    public static byte[] pkcs12(List<X509Certificate> authorities) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate authority : authorities) {
                store.setCertificateEntry("ca-" + (store.size() + 1), authority);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD.toCharArray());
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new BadMaterialException("trust store cannot be made: " + e.getMessage(), e);
        }
    }
}
