package kz.paysandbox.junit;

import java.util.List;
import java.util.Optional;

/** What a person wants to see of a world when its test failed. */
final class FailureReport {

    private static final int LAST = 10;
    private static final int WIDEST = 400;

    private FailureReport() {}

    static String of(SandboxWorld world, Class<?> annotation, String test, Optional<Throwable> failure) {
        StringBuilder report = new StringBuilder();
        report.append("sandbox: ").append(test).append(" failed in world ").append(world.name());
        report.append("; @").append(annotation.getSimpleName());
        report.append("(seed = ").append(world.seed()).append(") repeats it\n");
        List<WorldJournal.Entry> entries = world.journal().entries();
        int first = Math.max(0, entries.size() - LAST);
        report.append("last exchanges, ")
                .append(entries.size() - first)
                .append(" of ")
                .append(entries.size())
                .append(":\n");
        entries.subList(first, entries.size()).forEach(entry -> append(report, entry));
        failure.filter(NotVerified.class::isInstance)
                .map(NotVerified.class::cast)
                .map(NotVerified::nearest)
                .filter(misses -> !misses.isEmpty())
                .ifPresent(misses -> {
                    report.append("nearest misses:\n");
                    misses.forEach(miss -> report.append("  ").append(miss).append('\n'));
                });
        List<WorldJournal.Finding> findings = world.journal().findings();
        report.append("findings: ").append(findings.isEmpty() ? "none\n" : "\n");
        findings.forEach(finding -> report.append("  ")
                .append(finding.rule())
                .append(": ")
                .append(finding.evidence())
                .append(finding.count() == 1 ? "\n" : " (" + finding.count() + " times)\n"));
        return report.toString();
    }

    private static void append(StringBuilder report, WorldJournal.Entry entry) {
        report.append("  #")
                .append(entry.number())
                .append(' ')
                .append(entry.method())
                .append(' ');
        report.append(entry.target()).append(" [");
        report.append(entry.endpoint().isEmpty() ? "the bank has no such endpoint" : entry.endpoint())
                .append("]\n");
        if (!entry.body().isEmpty()) {
            report.append("     > ").append(shortened(entry.body())).append('\n');
        }
        report.append("     < ")
                .append(entry.status())
                .append(' ')
                .append(shortened(entry.answer()))
                .append('\n');
        entry.notes().forEach(note -> report.append("     ! ").append(note).append('\n'));
    }

    private static String shortened(String text) {
        int end = Math.min(text.length(), WIDEST);
        boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.length() <= WIDEST ? text : text.substring(0, splits ? end - 1 : end) + "…";
    }
}
