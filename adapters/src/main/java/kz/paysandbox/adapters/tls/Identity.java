package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The identity that the caller shows: a client certificate with its private key (Annexes 1 and 2). The files are read
 * when a connection is first made and again whenever they change.
 */
public sealed interface Identity permits NoIdentity, PemIdentity, PfxIdentity {
    /** A PEM or DER certificate and a PEM PKCS#8 key, encrypted or not. */
    static Identity pem(Path certificate, Path key, Password password) {
        return new PemIdentity(certificate, key, password);
    }

    /** A PFX (PKCS#12) container, modern (AES) or legacy (RC2, 3DES). */
    static Identity pfx(Path container, Password password) {
        return new PfxIdentity(container, password);
    }

    /** No certificate: for scheme r1 and for Halyk, where a key or a token says who calls. */
    static Identity none() {
        return NoIdentity.ONLY;
    }

    /** The files that it is read from. */
    List<Path> files();

    /**
     * The certificates that are shown, the own one first; none for {@link #none()}.
     *
     * @throws BadKeyMaterial when the files cannot be used
     */
    List<X509Certificate> certificates();

    /** The file of a private key that lies unencrypted, if it does. */
    Optional<Path> clearKey();
}
