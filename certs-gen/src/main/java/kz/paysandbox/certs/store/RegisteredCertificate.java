package kz.paysandbox.certs.store;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.x509.Pem;

/**
 * What the registry knows of a certificate the sandbox's CA issued.
 *
 * @param fingerprint lower-case hex SHA-256 of the DER
 * @param subject RFC 2253
 * @param world the sandbox world whose requests it authenticates
 * @param bins the organisations it may act for (12 digits each)
 */
public record RegisteredCertificate(
        String name,
        String fingerprint,
        BigInteger serial,
        String subject,
        String world,
        List<String> bins,
        Times times) {

    /**
     * Its life.
     *
     * @param revokedAt empty where it was not revoked
     */
    public record Times(Instant notBefore, Instant notAfter, Instant issuedAt, Optional<Instant> revokedAt) {}

    private static final Map<String, String> KEYWORDS = Map.of("1.2.840.113549.1.9.1", "emailAddress");

    public RegisteredCertificate {
        bins = List.copyOf(bins);
    }

    /** A certificate as an entry of the registry; its times are cut to whole seconds. */
    public static RegisteredCertificate of(
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
                new Times(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant(),
                        issuedAt.truncatedTo(ChronoUnit.SECONDS),
                        revokedAt.map(at -> at.truncatedTo(ChronoUnit.SECONDS))));
    }

    public Instant notAfter() {
        return times.notAfter();
    }

    public Optional<Instant> revokedAt() {
        return times.revokedAt();
    }

    public boolean isRevoked() {
        return revokedAt().isPresent();
    }

    public RegisteredCertificate named(String newName) {
        return new RegisteredCertificate(newName, fingerprint, serial, subject, world, bins, times);
    }

    /** This certificate, revoked at that time cut to whole seconds. */
    public RegisteredCertificate revoked(Instant at) {
        Optional<Instant> seconds = Optional.of(at.truncatedTo(ChronoUnit.SECONDS));
        return new RegisteredCertificate(
                name,
                fingerprint,
                serial,
                subject,
                world,
                bins,
                new Times(times.notBefore(), times.notAfter(), times.issuedAt(), seconds));
    }
}
