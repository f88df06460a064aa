package kz.paysandbox.certs.csr;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.certs.x509.Csr;

/** The 'extra' attributes at the end of the dialogue: "In lines 19, 25, 26 just press Enter". */
final class AttributeRules {
    private AttributeRules() {}

    static List<CsrFinding> check(Csr csr) {
        List<CsrFinding> findings = new ArrayList<>();
        if (csr.challengePassword()) {
            findings.add(new CsrFinding(
                    CsrRule.CHALLENGE,
                    Severity.ERROR,
                    "a challenge password",
                    "press Enter at 'A challenge password': it would travel unencrypted"));
        }
        if (csr.companyName()) {
            findings.add(new CsrFinding(
                    CsrRule.COMPANY,
                    Severity.ERROR,
                    "an optional company name",
                    "press Enter at 'An optional company name'"));
        }
        return findings;
    }
}
