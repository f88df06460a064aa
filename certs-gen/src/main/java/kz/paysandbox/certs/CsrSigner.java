package kz.paysandbox.certs;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.paysandbox.certs.csr.CsrFinding;
import kz.paysandbox.certs.csr.CsrLint;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.Registry;
import kz.paysandbox.certs.x509.Csr;
import kz.paysandbox.certs.x509.CsrReader;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Profile;

/** The bank's side of Annex 1, steps 2 and 3: request in, certificate out; call it under the folder's lock. */
record CsrSigner(Authorities authorities, Registry registry, Instant now) {
    private static final String COMMON_NAME = "2.5.4.3";

    Signing sign(String csrPem, List<String> bins, String world) throws IOException {
        List<String> checkedBins = Rules.requireBins(bins);
        Rules.requireWorld(world);
        List<CsrFinding> findings = CsrLint.lint(csrPem);
        if (findings.stream().anyMatch(CsrFinding::isError)) {
            return new Signing.Refused(findings);
        }
        Csr csr = CsrReader.read(csrPem);
        X509Certificate certificate = authorities.issue(
                csr.subject(), csr.key().value(), Validity.from(now, Validity.CLIENT), Profile.CLIENT, List.of());
        RegisteredCertificate unnamed =
                RegisteredCertificate.of("", certificate, world, checkedBins, now, Optional.empty());
        RegisteredCertificate entry = unnamed.named(freeName(csr, unnamed.subject()));
        registry.add(entry);
        return new Signing.Signed(Pem.certificate(certificate), entry, findings);
    }

    private String freeName(Csr csr, String subject) throws IOException {
        String host = csr.subjectValues(COMMON_NAME).stream()
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseThrow()
                .replaceAll("[^A-Za-z0-9._-]", "-");

        List<RegisteredCertificate> known = registry.certificates();
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> n == 1 ? host : host + "-" + n)
                .filter(name -> known.stream()
                        .noneMatch(entry ->
                                entry.name().equals(name) && !entry.subject().equals(subject)))
                .findFirst()
                .orElseThrow();
    }
}
