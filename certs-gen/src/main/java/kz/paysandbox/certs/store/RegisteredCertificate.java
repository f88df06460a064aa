package kz.paysandbox.certs.store;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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
        Instant notBefore,
        Instant notAfter,
        Instant issuedAt,
        Optional<Instant> revokedAt) {
    public RegisteredCertificate {
        bins = List.copyOf(bins);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    public RegisteredCertificate named(String newName) {
        return new RegisteredCertificate(
                newName, fingerprint, serial, subject, world, bins, notBefore, notAfter, issuedAt, revokedAt);
    }

    /** This certificate, revoked at that time cut to whole seconds. */
    public RegisteredCertificate revoked(Instant at) {
        return new RegisteredCertificate(
                name,
                fingerprint,
                serial,
                subject,
                world,
                bins,
                notBefore,
                notAfter,
                issuedAt,
                Optional.of(at.truncatedTo(ChronoUnit.SECONDS)));
    }
}
