package kz.paysandbox.certs.x509;

import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** The extensions of each profile, complete enough for {@code openssl verify -x509_strict}. */
final class ProfileExtensions {
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");

    private ProfileExtensions() {}

    static void add(
            X509v3CertificateBuilder builder, CertificateTemplate template, PublicKey subjectKey, PublicKey issuerKey)
            throws CertIOException, NoSuchAlgorithmException {
        Profile profile = template.profile();
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, profile.isAuthority(), constraints(profile));
        builder.addExtension(Extension.keyUsage, true, keyUsage(profile, subjectKey));
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subjectKey));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
        if (!profile.isAuthority()) {
            KeyPurposeId purpose =
                    profile == Profile.CLIENT ? KeyPurposeId.id_kp_clientAuth : KeyPurposeId.id_kp_serverAuth;
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        }
        if (!template.hosts().isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(template.hosts()));
        }
    }

    private static BasicConstraints constraints(Profile profile) {
        return switch (profile) {
            case ROOT -> new BasicConstraints(true);
            case INTERMEDIATE -> new BasicConstraints(0);
            case SERVER, CLIENT, CLIENT_WITHOUT_CLIENT_AUTH -> new BasicConstraints(false);
        };
    }

    private static KeyUsage keyUsage(Profile profile, PublicKey subjectKey) {
        boolean rsa = subjectKey.getAlgorithm().equals("RSA");
        // An EC key cannot encipher; RFC 8813 forbids those two bits in its certificate.
        int encipherment = rsa ? KeyUsage.keyEncipherment : 0;
        int dataEncipherment = rsa ? KeyUsage.dataEncipherment : 0;
        return new KeyUsage(
                switch (profile) {
                    case ROOT, INTERMEDIATE -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
                    case SERVER -> KeyUsage.digitalSignature | encipherment;
                    case CLIENT, CLIENT_WITHOUT_CLIENT_AUTH ->
                        KeyUsage.digitalSignature | KeyUsage.nonRepudiation | encipherment | dataEncipherment;
                });
    }

    private static GeneralNames alternativeNames(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(
                        IP_LITERAL.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }
}
