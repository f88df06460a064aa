package kz.paysandbox.certs.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A certificate revocation list (RFC 5280) as PEM. */
public final class RevocationList {
    /** One revoked certificate and when it was revoked. */
    public record Entry(BigInteger serial, Instant revokedAt) {}

    private RevocationList() {}

    /**
     * The list of {@code revoked}, signed by {@code issuer}.
     *
     * @param number larger than that of every earlier list
     */
    public static String pem(
            HeldCertificate issuer, BigInteger number, Instant thisUpdate, Instant nextUpdate, List<Entry> revoked) {
        try {
            X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            for (Entry entry : revoked) {
                builder.addCRLEntry(entry.serial(), Date.from(entry.revokedAt()), CRLReason.unspecified);
            }
            return Pem.armour(
                    "X509 CRL",
                    builder.build(CertificateSigner.contentSigner(issuer.key())).getEncoded());
        } catch (IOException | NoSuchAlgorithmException | OperatorCreationException e) {
            throw new BadMaterialException("revocation list cannot be signed: " + e.getMessage(), e);
        }
    }
}
