package kz.paysandbox.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.Registry;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.RevocationList;

/** The registry of a folder and {@code crl.pem}: enters the default clients and fixtures, heals what was lost or interrupted. */
record Registration(PkiFiles files, Authorities authorities, Instant now) {
    void complete() throws IOException {
        List<RegisteredCertificate> expected = new ArrayList<>();
        for (ClientRequest client : ClientSteps.DEFAULT_CLIENTS) {
            expected.add(entry(client.name(), files.client(client.name()).certificate(), client, Optional.empty()));
        }
        for (BadFixture fixture : BadFixture.values()) {
            if (fixture.isRegistered()) {
                Optional<Instant> revokedAt = fixture == BadFixture.REVOKED ? Optional.of(now) : Optional.empty();
                expected.add(
                        entry(fixture.fileName(), files.bad(fixture).certificate(), ClientSteps.MERCHANT, revokedAt));
            }
        }
        register(expected);
    }

    private RegisteredCertificate entry(String name, Path file, ClientRequest owner, Optional<Instant> revokedAt)
            throws IOException {
        X509Certificate certificate = Authorities.certificate(file);
        return RegisteredCertificate.of(name, certificate, owner.world(), owner.bins(), now, revokedAt);
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
            writeRevocations(all);
        }
    }

    /** Writes {@code crl.pem} anew from what the registry says; call it under the folder's lock, or an older list may replace a newer one. */
    String writeRevocations(List<RegisteredCertificate> certificates) throws IOException {
        List<RevocationList.Entry> revoked = certificates.stream()
                .flatMap(certificate ->
                        certificate.revokedAt().map(at -> new RevocationList.Entry(certificate.serial(), at)).stream())
                .toList();
        Validity validity = Validity.from(now, Validity.CRL);
        String pem = RevocationList.pem(
                authorities.intermediate(),
                BigInteger.valueOf(now.toEpochMilli()),
                validity.notBefore(),
                validity.notAfter(),
                revoked);
        SafeFiles.write(files.crl(), pem, Access.EVERYONE);
        return pem;
    }
}
