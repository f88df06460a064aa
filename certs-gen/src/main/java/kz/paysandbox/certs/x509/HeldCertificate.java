package kz.paysandbox.certs.x509;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** A certificate together with its private key: what a party holds. */
public record HeldCertificate(X509Certificate certificate, PrivateKey key) {
    private static final byte[] PROBE = {1, 2, 3, 4};

    /** Whether the key belongs to the certificate. */
    public boolean fits() {
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(PROBE);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Names the subject only: a private key has no place in a log. */
    @Override
    public String toString() {
        return "HeldCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
