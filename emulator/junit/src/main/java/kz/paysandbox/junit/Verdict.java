package kz.paysandbox.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a test that passed fails nevertheless. */
final class Verdict {

    private Verdict() {}

    static Optional<String> of(SandboxWorld world, SandboxOptions options) {
        return unmatched(world, options).or(() -> findings(world, options));
    }

    private static Optional<String> unmatched(SandboxWorld world, SandboxOptions options) {
        if (!options.failOnUnmatched()) {
            return Optional.empty();
        }
        List<WorldJournal.Entry> unmatched = world.journal().entries().stream()
                .filter(entry -> entry.endpoint().isEmpty() && !entry.method().isEmpty())
                .toList();
        return unmatched.isEmpty()
                ? world.journal()
                        .gap()
                        .map(gap -> "whether the bank has every endpoint that was asked is not known: " + gap)
                : Optional.of(unmatched.stream()
                        .map(entry -> entry.method() + " " + entry.target())
                        .collect(Collectors.joining(", ", "the bank has no such endpoint: ", "")));
    }

    private static Optional<String> findings(SandboxWorld world, SandboxOptions options) {
        if (!options.failOnFindings()) {
            return Optional.empty();
        }
        List<WorldJournal.Finding> findings = world.journal().findings().stream()
                .filter(finding -> !options.accepted().contains(finding.rule()))
                .toList();
        return findings.isEmpty()
                ? world.journal()
                        .gapOfFindings()
                        .map(gap -> "whether the application kept the bank's rules is not known: " + gap)
                : Optional.of(findings.stream()
                        .map(finding -> finding.rule() + " (" + finding.clause() + "): " + finding.evidence())
                        .collect(Collectors.joining("; ", "the application left the bank's rules: ", "")));
    }
}
