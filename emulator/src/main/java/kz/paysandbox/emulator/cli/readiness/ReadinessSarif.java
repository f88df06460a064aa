package kz.paysandbox.emulator.cli.readiness;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.cli.findings.FindingsReport;
import kz.paysandbox.emulator.cli.findings.ReportFormat;
import kz.paysandbox.emulator.cli.findings.ReportedFinding;
import kz.paysandbox.emulator.cli.findings.ReportedFinding.Severity;
import kz.paysandbox.emulator.cli.readiness.RuleResult.Verdict;

/** A report as SARIF 2.1.0: a result for each broken rule; rules that were not put to the test are what is not known. */
final class ReadinessSarif {

    private ReadinessSarif() {}

    static String text(ReadinessReport report) {
        String open = report.rules().stream()
                .filter(rule -> rule.is(Verdict.NOT_EXERCISED))
                .map(RuleResult::id)
                .collect(Collectors.joining(", "));
        Optional<String> unknown = Optional.of(open)
                .filter(rules -> !rules.isEmpty())
                .map(rules -> report.language().text("not put to the test: " + rules));
        return new FindingsReport(
                        report.catalogue(),
                        report.rules().stream()
                                .filter(rule -> rule.found().isBroken())
                                .map(rule -> finding(rule, report))
                                .toList(),
                        unknown,
                        report.language())
                .text(ReportFormat.SARIF);
    }

    private static ReportedFinding finding(RuleResult rule, ReadinessReport report) {
        return new ReportedFinding(
                rule.id(),
                severity(rule.found()),
                rule.clause(),
                rule.requests(report.language()),
                rule.exercised(),
                rule.evidence(),
                rule.accepted(),
                rule.source());
    }

    private static Severity severity(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> Severity.ERROR;
            case WARN -> Severity.WARNING;
            case NOTE -> Severity.NOTE;
            case NOT_EXERCISED, ACCEPTED, PASS ->
                throw new IllegalArgumentException(verdict.toString().toLowerCase(Locale.ROOT) + " is not broken");
        };
    }
}
