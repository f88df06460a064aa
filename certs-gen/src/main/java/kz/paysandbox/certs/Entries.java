package kz.paysandbox.certs;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.x509.Pem;

/** Certificates as entries of the registry. */
final class Entries {
    private static final Map<String, String> KEYWORDS = Map.of("1.2.840.113549.1.9.1", "emailAddress");

    private Entries() {}

    static RegisteredCertificate of(
            String name,
            X509Certificate certificate,
            String world,
            List<String> bins,
            Instant issuedAt,
            Optional<Instant> revokedAt) {
        return new RegisteredCertificate(
                name,
                Pem.fingerprint(certificate),
                certificate.getSerialNumber(),
                certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS),
                world,
                bins,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                issuedAt.truncatedTo(ChronoUnit.SECONDS),
                revokedAt.map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
    }
}
