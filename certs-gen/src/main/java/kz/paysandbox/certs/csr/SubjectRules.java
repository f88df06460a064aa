package kz.paysandbox.certs.csr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kz.paysandbox.certs.x509.Csr;

/** Lines 15 to 21 of the dialogue: the distinguished name. */
final class SubjectRules {
    private static final String COUNTRY = "2.5.4.6";
    private static final String STATE = "2.5.4.8";
    private static final String LOCALITY = "2.5.4.7";
    private static final String ORGANISATION = "2.5.4.10";
    private static final String UNIT = "2.5.4.11";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String EMAIL = "1.2.840.113549.1.9.1";

    private static final Pattern LATIN = Pattern.compile("[\\x20-\\x7E]+");
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern HOST = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|[0-9a-fA-F:.]+");
    private static final Set<String> DIALOGUE_DEFAULTS = Set.of("Default Company Ltd", "Internet Widgits Pty Ltd");

    private final Csr csr;
    private final List<CsrFinding> findings = new ArrayList<>();

    private SubjectRules(Csr csr) {
        this.csr = csr;
    }

    static List<CsrFinding> check(Csr csr) {
        return new SubjectRules(csr).check();
    }

    private List<CsrFinding> check() {
        demand(CsrRule.COUNTRY, COUNTRY, "KZ"::equals, "give KZ, in capitals");
        demand(CsrRule.STATE, STATE, value -> true, "give the region, for example Almaty Province");
        prefer(CsrRule.STATE, STATE, SubjectRules::latin, "write it in Latin letters, as the example does");
        demand(CsrRule.LOCALITY, LOCALITY, value -> true, "give the town, for example Almaty");
        prefer(CsrRule.LOCALITY, LOCALITY, SubjectRules::latin, "write it in Latin letters, as the example does");
        demand(
                CsrRule.ORGANISATION,
                ORGANISATION,
                SubjectRules::latin,
                "give the legal name in English or transliterated, for example Contoso Ltd");
        prefer(
                CsrRule.ORGANISATION,
                ORGANISATION,
                value -> !DIALOGUE_DEFAULTS.contains(value),
                "this is openssl's own default: give your organisation's name");
        value(UNIT)
                .ifPresent(found -> report(
                        CsrRule.UNIT, Severity.ERROR, quote(found), "press Enter at 'Organizational Unit Name'"));
        demand(CsrRule.COMMON_NAME, COMMON_NAME, value -> true, "give your host: its DNS name or IP address");
        prefer(
                CsrRule.COMMON_NAME,
                COMMON_NAME,
                value -> HOST.matcher(value).matches(),
                "does not look like a host: give its DNS name or IP address");
        demand(
                CsrRule.EMAIL,
                EMAIL,
                value -> EMAIL_ADDRESS.matcher(value).matches(),
                "give the contact person's e-mail address");
        return findings;
    }

    private void demand(CsrRule rule, String oid, Predicate<String> accepted, String advice) {
        Optional<String> value = value(oid);
        if (!value.filter(accepted).isPresent()) {
            report(rule, Severity.ERROR, value.map(SubjectRules::quote).orElse("nothing"), advice);
        }
    }

    private void prefer(CsrRule rule, String oid, Predicate<String> usual, String advice) {
        boolean reported = findings.stream().anyMatch(finding -> finding.rule() == rule);
        value(oid)
                .filter(found -> !reported && !usual.test(found))
                .ifPresent(found -> report(rule, Severity.WARNING, quote(found), advice));
    }

    private Optional<String> value(String oid) {
        return csr.subjectValues(oid).stream().filter(value -> !value.isBlank()).findFirst();
    }

    private void report(CsrRule rule, Severity severity, String found, String advice) {
        findings.add(new CsrFinding(rule, severity, found, advice));
    }

    private static boolean latin(String value) {
        return LATIN.matcher(value).matches();
    }

    /** The request comes from outside: what it says must not steer the reader's terminal. */
    private static String quote(String value) {
        return '"' + value.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
