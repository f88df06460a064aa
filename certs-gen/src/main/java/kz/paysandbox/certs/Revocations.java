package kz.paysandbox.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.RevocationList;

/** {@code crl.pem}, made from what the registry says. */
record Revocations(PkiFiles files, Authorities authorities) {
    /** Writes the list anew; call it under the folder's lock, or an older list may replace a newer one. */
    String write(List<RegisteredCertificate> certificates, Instant now) throws IOException {
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
