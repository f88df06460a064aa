package kz.paysandbox.certs.x509;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate request (PKCS#10) as read: what it says, not whether that is right.
 *
 * @param signatureAlgorithm for example {@code SHA256withRSA}, or the OID of an unknown one
 */
public record Csr(
        X500Principal subject,
        List<SubjectPart> subjectParts,
        Key key,
        String signatureAlgorithm,
        Extensions extensions,
        boolean challengePassword,
        boolean companyName) {

    /**
     * The key that is to be certified.
     *
     * @param bits size of an RSA modulus; 0 for other keys
     * @param possessionProven the request's signature is by this key
     */
    public record Key(PublicKey value, int bits, boolean possessionProven) {}

    /**
     * What is asked for beside subject and key.
     *
     * @param keyUsages names as OpenSSL's configuration spells them; absent when the extension is
     * @param extendedKeyUsages likewise, or OIDs; absent when the extension is
     * @param others OIDs of all other extensions
     */
    public record Extensions(
            Optional<Set<String>> keyUsages, Optional<Set<String>> extendedKeyUsages, List<String> others) {
        public Extensions {
            keyUsages = keyUsages.map(Set::copyOf);
            extendedKeyUsages = extendedKeyUsages.map(Set::copyOf);
            others = List.copyOf(others);
        }
    }

    /** One attribute of the subject: its dotted OID and its text. */
    public record SubjectPart(String oid, String value) {}

    public Csr {
        subjectParts = List.copyOf(subjectParts);
    }

    /** The values of one attribute, in order; empty when the subject lacks it. */
    public List<String> subjectValues(String oid) {
        return subjectParts.stream()
                .filter(part -> part.oid().equals(oid))
                .map(SubjectPart::value)
                .toList();
    }
}
