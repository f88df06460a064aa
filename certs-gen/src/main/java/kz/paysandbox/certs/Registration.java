package kz.paysandbox.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.Registry;

/** Enters the default clients and fixtures into the registry; heals one that was lost or interrupted. */
record Registration(PkiFiles files, Authorities authorities, Instant now) {
    void complete() throws IOException {
        List<RegisteredCertificate> expected = new ArrayList<>();
        for (ClientRequest client : DefaultClients.ALL) {
            expected.add(entry(client.name(), files.client(client.name()).certificate(), client, Optional.empty()));
        }
        for (BadFixture fixture : BadFixture.values()) {
            if (fixture.isRegistered()) {
                Optional<Instant> revokedAt = fixture == BadFixture.REVOKED ? Optional.of(now) : Optional.empty();
                expected.add(entry(
                        fixture.fileName(), files.bad(fixture).certificate(), DefaultClients.MERCHANT, revokedAt));
            }
        }
        register(expected);
    }

    private RegisteredCertificate entry(String name, Path file, ClientRequest owner, Optional<Instant> revokedAt)
            throws IOException {
        X509Certificate certificate = Authorities.certificate(file);
        return Entries.of(name, certificate, owner.world(), owner.bins(), now, revokedAt);
    }

    private void register(List<RegisteredCertificate> expected) throws IOException {
        Registry registry = new Registry(files.registry());
        List<RegisteredCertificate> known = registry.certificates();
        List<RegisteredCertificate> unknown = expected.stream()
                .filter(entry ->
                        known.stream().noneMatch(other -> other.fingerprint().equals(entry.fingerprint())))
                .toList();
        List<RegisteredCertificate> all = known;
        if (!unknown.isEmpty()) {
            all = registry.update(entries -> {
                List<RegisteredCertificate> more = new ArrayList<>(entries);
                more.addAll(unknown);
                return more;
            });
        }
        if (!unknown.isEmpty() || !Files.exists(files.crl())) {
            new Revocations(files, authorities).write(all, now);
        }
    }
}
