package kz.paysandbox.certs.csr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.certs.x509.BadMaterialException;
import kz.paysandbox.certs.x509.Csr;
import kz.paysandbox.certs.x509.CsrReader;

/** Checks a certificate request against Annex 2 of the Kaspi QR document, line by line. */
public final class CsrLint {
    /** More than a request with a key of 16384 bits ever takes; what is longer is not read at all. */
    private static final int MAX_LENGTH = 64 * 1024;

    private CsrLint() {}

    /**
     * Everything in which {@code pem} differs from the document, in the document's order; empty when nothing does.
     * Never fails: what cannot be read at all is a finding too.
     */
    public static List<CsrFinding> lint(String pem) {
        if (pem.length() > MAX_LENGTH) {
            return List.of(unreadable("longer than 64 KiB"));
        }
        List<CsrFinding> findings = new ArrayList<>();
        if (pem.contains("PRIVATE KEY-----")) {
            findings.add(new CsrFinding(
                    CsrRule.PUBLIC_ONLY,
                    Severity.ERROR,
                    "a private key in the same file",
                    "send only certrequest.csr; a key that was sent is no longer secret, so make a new one"));
        }
        try {
            Csr csr = CsrReader.read(pem);
            Stream.of(KeyRules.check(csr), UsageRules.check(csr), SubjectRules.check(csr), AttributeRules.check(csr))
                    .forEach(findings::addAll);
        } catch (BadMaterialException e) {
            findings.add(unreadable(e.problem()));
        }
        return List.copyOf(findings);
    }

    private static CsrFinding unreadable(String problem) {
        return new CsrFinding(
                CsrRule.READABLE, Severity.ERROR, problem, "make it with the openssl command of Annex 2, PEM form");
    }
}
