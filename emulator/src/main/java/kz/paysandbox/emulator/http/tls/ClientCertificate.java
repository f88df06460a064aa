package kz.paysandbox.emulator.http.tls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the certificate registry: what a client certificate may do, by its fingerprint.
 *
 * @param fingerprint lower-case hex SHA-256 of the certificate
 * @param world the world it belongs to
 * @param bins organisations it acts for; the first is its own
 * @param revokedAt when it was revoked, by the machine's time
 */
public record ClientCertificate(
        String name,
        String fingerprint,
        String subject,
        String world,
        List<String> bins,
        Instant notBefore,
        Instant notAfter,
        Optional<Instant> revokedAt) {

    public ClientCertificate {
        bins = List.copyOf(bins);
    }

    public ClientCertificate revoked(Instant at) {
        return new ClientCertificate(name, fingerprint, subject, world, bins, notBefore, notAfter, Optional.of(at));
    }

    /** Stands for one that was registered when its connection began, and is no more; no world can have this name. */
    public static ClientCertificate forgotten(String fingerprint) {
        return new ClientCertificate(
                "", fingerprint, "", "(deleted)", List.of(), Instant.MIN, Instant.MAX, Optional.empty());
    }
}
