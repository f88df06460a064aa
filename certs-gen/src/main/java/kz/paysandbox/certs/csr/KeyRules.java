package kz.paysandbox.certs.csr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.paysandbox.certs.x509.Csr;

/** The key and the proof that the partner has it. */
final class KeyRules {
    private static final int MIN_RSA_BITS = 2048;

    private KeyRules() {}

    static List<CsrFinding> check(Csr csr) {
        List<CsrFinding> findings = new ArrayList<>();
        if (!csr.key().possessionProven()) {
            findings.add(new CsrFinding(
                    CsrRule.POSSESSION,
                    Severity.ERROR,
                    "the signature does not fit the key in the request",
                    "the file was changed after openssl wrote it: make it again"));
        }
        if (csr.key().bits() < MIN_RSA_BITS) {
            String found = csr.key().bits() == 0
                    ? "a key of type " + csr.key().value().getAlgorithm()
                    : "an RSA key of " + csr.key().bits() + " bits";
            findings.add(new CsrFinding(CsrRule.KEY, Severity.ERROR, found, "make a key with -newkey rsa:2048"));
        }
        String algorithm = csr.signatureAlgorithm().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD5")) {
            findings.add(new CsrFinding(
                    CsrRule.DIGEST,
                    Severity.WARNING,
                    "signed with " + csr.signatureAlgorithm(),
                    "leave out the digest option, or use -sha256"));
        }
        return findings;
    }
}
