package kz.paysandbox.certs.x509;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Turns a template into a signed certificate. */
public final class CertificateSigner {
    private CertificateSigner() {}

    /** A certificate for {@code subjectKey}, issued by {@code issuer}. */
    public static X509Certificate issue(CertificateTemplate template, PublicKey subjectKey, HeldCertificate issuer) {
        return sign(
                template,
                subjectKey,
                issuer.certificate().getSubjectX500Principal(),
                issuer.certificate().getPublicKey(),
                issuer.key());
    }

    /** A certificate that {@code pair} signs for itself. */
    public static X509Certificate selfSign(CertificateTemplate template, KeyPair pair) {
        return sign(template, pair.getPublic(), template.subject(), pair.getPublic(), pair.getPrivate());
    }

    static ContentSigner contentSigner(PrivateKey key) throws OperatorCreationException {
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaContentSignerBuilder(algorithm).build(key);
    }

    private static X509Certificate sign(
            CertificateTemplate template,
            PublicKey subjectKey,
            X500Principal issuer,
            PublicKey issuerKey,
            PrivateKey signingKey) {
        BigInteger serial = template.serial();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                serial,
                Date.from(template.notBefore()),
                Date.from(template.notAfter()),
                template.subject(),
                subjectKey);
        try {
            ProfileExtensions.add(builder, template, subjectKey, issuerKey);
            return new JcaX509CertificateConverter().getCertificate(builder.build(contentSigner(signingKey)));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new BadMaterialException("certificate cannot be signed: " + e.getMessage(), e);
        }
    }
}
