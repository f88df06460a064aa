package kz.paysandbox.certs.x509;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Reads a PEM certificate request. */
public final class CsrReader {
    private static final Pattern ARMOUR = Pattern.compile(
            "-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]+)-----END (?:NEW )?CERTIFICATE REQUEST-----");

    private CsrReader() {}

    /**
     * The first request of {@code pem}.
     *
     * @throws BadMaterialException when there is none or it cannot be decoded
     */
    public static Csr read(String pem) {
        Matcher armour = ARMOUR.matcher(pem);
        if (!armour.find()) {
            throw new BadMaterialException("no PEM block CERTIFICATE REQUEST");
        }
        try {
            return describe(
                    new JcaPKCS10CertificationRequest(Base64.getMimeDecoder().decode(armour.group(1))));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The ASN.1 library reports damaged input by runtime exceptions of many kinds.
            throw new BadMaterialException("the request is damaged or of an unknown form", e);
        }
    }

    private static Csr describe(JcaPKCS10CertificationRequest request) throws IOException, GeneralSecurityException {
        PublicKey key = request.getPublicKey();
        Optional<Extensions> extensions = Optional.ofNullable(request.getRequestedExtensions());
        return new Csr(
                new X500Principal(request.getSubject().getEncoded()),
                subjectParts(request),
                new Csr.Key(
                        key,
                        key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : 0,
                        possessionProven(request, key)),
                new DefaultAlgorithmNameFinder().getAlgorithmName(request.getSignatureAlgorithm()),
                new Csr.Extensions(
                        extensions
                                .map(all -> all.getExtension(Extension.keyUsage))
                                .map(found -> UsageNames.of(KeyUsage.getInstance(found.getParsedValue()))),
                        extensions
                                .map(all -> all.getExtension(Extension.extendedKeyUsage))
                                .map(found -> UsageNames.of(ExtendedKeyUsage.getInstance(found.getParsedValue()))),
                        extensions.map(CsrReader::others).orElse(List.of())),
                request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_challengePassword).length > 0,
                request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_unstructuredName).length > 0);
    }

    private static List<Csr.SubjectPart> subjectParts(JcaPKCS10CertificationRequest request) {
        return Arrays.stream(request.getSubject().getRDNs())
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .map(part -> new Csr.SubjectPart(part.getType().getId(), text(part.getValue())))
                .toList();
    }

    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String string ? string.getString() : value.toString();
    }

    private static boolean possessionProven(JcaPKCS10CertificationRequest request, PublicKey key) {
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (PKCSException | OperatorCreationException e) {
            return false;
        }
    }

    private static List<String> others(Extensions extensions) {
        return Arrays.stream(extensions.getExtensionOIDs())
                .filter(oid -> !oid.equals(Extension.keyUsage) && !oid.equals(Extension.extendedKeyUsage))
                .map(ASN1ObjectIdentifier::getId)
                .toList();
    }
}
