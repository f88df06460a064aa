package kz.paysandbox.emulator.cli.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.cli.findings.ReportedFinding.Severity;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.language.Language;

/**
 * Findings of a world, those left out that are not severe enough.
 *
 * @param rules every rule that there is, as the catalogue shows them
 * @param findings the accepted ones too
 * @param unknown why there may have been others; empty where these are all
 * @param language of texts for people
 */
public record FindingsReport(
        JsonNode rules, List<ReportedFinding> findings, Optional<String> unknown, Language language) {

    /**
     * A report.
     *
     * @param rules as the catalogue shows them
     * @param all as the control surface shows them
     * @param unknown in English
     */
    public static FindingsReport of(
            JsonNode rules,
            JsonNode all,
            Severity least,
            AcceptedRules accepted,
            Optional<String> unknown,
            Language language) {
        return new FindingsReport(
                rules,
                StreamSupport.stream(all.spliterator(), false)
                        .map(finding -> ReportedFinding.of(finding, accepted, language))
                        .filter(finding -> finding.severity().compareTo(least) >= 0)
                        .toList(),
                unknown.map(language::text),
                language);
    }

    /** Those that nobody has accepted, as the control surface shows them. */
    public JsonNode shown() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        findings.stream()
                .filter(finding -> finding.accepted().isEmpty())
                .forEach(finding -> list.add(finding.source()));
        return list;
    }

    /** Whether there is none that nobody has accepted. */
    public boolean isEmpty() {
        return shown().isEmpty();
    }

    public int exitCode() {
        boolean errors = findings.stream()
                .anyMatch(finding -> finding.accepted().isEmpty() && finding.severity() == Severity.ERROR);
        return errors || unknown.isPresent() ? ExitCode.FAILED : isEmpty() ? ExitCode.OK : ExitCode.WARNINGS;
    }

    public String text(ReportFormat format) {
        return switch (format) {
            case TEXT ->
                Stream.concat(
                                findings.stream()
                                        .filter(finding -> finding.accepted().isEmpty())
                                        .map(finding ->
                                                finding.severity() + " " + finding.rule() + ": " + finding.evidence()),
                                unknown.stream())
                        .collect(Collectors.joining("\n"));
            case JSON -> shown().toPrettyString();
            case JUNIT -> JunitFindings.xml(this);
            case SARIF -> SarifLog.of(this).toPrettyString();
        };
    }

    /** Writes a file for each format; the files. */
    public List<Path> write(Path folder, List<ReportFormat> formats) {
        return formats.stream()
                .map(format -> ReportFile.write(folder.resolve(format.file()), text(format)))
                .toList();
    }
}
