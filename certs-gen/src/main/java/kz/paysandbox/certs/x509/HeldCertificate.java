package kz.paysandbox.certs.x509;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate together with its private key: what a party holds. */
public record HeldCertificate(X509Certificate certificate, PrivateKey key) {
    /** Names the subject only: a private key has no place in a log. */
    @Override
    public String toString() {
        return "HeldCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
