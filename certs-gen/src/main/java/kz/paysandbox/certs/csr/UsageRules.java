package kz.paysandbox.certs.csr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.paysandbox.certs.x509.Csr;

/** The two {@code -addext} options of Annex 2. */
final class UsageRules {
    private static final Set<String> KEY_USAGES =
            Set.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment");
    private static final String CLIENT_AUTH = "clientAuth";

    private UsageRules() {}

    static List<CsrFinding> check(Csr csr) {
        List<CsrFinding> findings = new ArrayList<>();
        if (!csr.extensions().keyUsages().map(KEY_USAGES::equals).orElse(false)) {
            findings.add(new CsrFinding(
                    CsrRule.KEY_USAGE,
                    Severity.ERROR,
                    csr.extensions().keyUsages().map(UsageRules::list).orElse("no keyUsage at all"),
                    "add -addext 'keyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment'"));
        }
        Set<String> purposes = csr.extensions().extendedKeyUsages().orElse(Set.of());
        if (!purposes.contains(CLIENT_AUTH)) {
            findings.add(new CsrFinding(
                    CsrRule.EXTENDED_KEY_USAGE,
                    Severity.ERROR,
                    purposes.isEmpty() ? "no extendedKeyUsage at all" : list(purposes),
                    "add -addext 'extendedKeyUsage = clientAuth'"));
        } else if (purposes.size() > 1) {
            findings.add(new CsrFinding(
                    CsrRule.EXTENDED_KEY_USAGE,
                    Severity.WARNING,
                    list(purposes),
                    "ask for clientAuth alone: the certificate will have nothing else"));
        }
        if (!csr.extensions().others().isEmpty()) {
            findings.add(new CsrFinding(
                    CsrRule.EXTENSIONS,
                    Severity.WARNING,
                    "other extensions: " + String.join(", ", csr.extensions().others()),
                    "leave them out: they are not copied into the certificate"));
        }
        return findings;
    }

    private static String list(Set<String> usages) {
        return String.join(", ", new TreeSet<>(usages));
    }
}
