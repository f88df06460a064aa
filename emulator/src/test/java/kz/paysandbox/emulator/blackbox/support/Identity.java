package kz.paysandbox.emulator.blackbox.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a client holds: a PKCS#12 container and its password; and how it trusts the sandbox. */
public final class Identity {

    private final byte[] pfx;
    private final String password;

    public Identity(byte[] pfx, String password) {
        this.pfx = pfx.clone();
        this.password = password;
    }

    /** Read from a PKI folder: {@code name.pfx} and {@code name.password}. */
    public static Identity in(Sandbox sandbox, String name) {
        try {
            return new Identity(
                    Files.readAllBytes(sandbox.pki(name + ".pfx")),
                    Files.readString(sandbox.pki(name + ".password")).strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** From a container as the sandbox made it. */
    public static Identity of(byte[] pfx, String password) {
        return new Identity(pfx, password);
    }

    public byte[] pfx() {
        return pfx.clone();
    }

    /** A context with this identity that trusts the authorities in the bundle. */
    public SSLContext context(Path bundle) {
        try {
            KeyStore held = KeyStore.getInstance("PKCS12");
            held.load(new ByteArrayInputStream(pfx), password.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(held, password.toCharArray());
            return context(keys.getKeyManagers(), bundle);
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A context without identity. */
    public static SSLContext anonymous(Path bundle) {
        return context(new KeyManager[0], bundle);
    }

    private static SSLContext context(KeyManager[] keys, Path bundle) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
                trusted.setCertificateEntry("authority-" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
