package kz.paysandbox.emulator.cli.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.cli.findings.AcceptedRules;
import kz.paysandbox.emulator.cli.findings.ReportFile;
import kz.paysandbox.emulator.cli.readiness.RuleResult.Verdict;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.language.Language;

/**
 * Whether an application is ready, with the rules that somebody has decided to live with.
 *
 * @param catalogue every rule that there is, as the catalogue shows them
 * @param uses the products that it uses
 * @param rules in the banks' documents' order
 * @param language of texts for people
 */
public record ReadinessReport(JsonNode catalogue, List<String> uses, List<RuleResult> rules, Language language) {

    /** Of all rules together. */
    public enum Overall {
        READY("ready"),
        NOT_READY("not-ready"),
        /** At least one rule was not put to the test. */
        NOT_KNOWN("not-known");

        private final String label;

        Overall(String label) {
            this.label = label;
        }

        /** As the control surface names it. */
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * A report.
     *
     * @param catalogue rules as the catalogue shows them
     * @param answer of the control surface
     */
    public static ReadinessReport of(JsonNode catalogue, JsonNode answer, AcceptedRules accepting, Language language) {
        return new ReadinessReport(
                catalogue,
                StreamSupport.stream(answer.path("uses").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                StreamSupport.stream(answer.path("rules").spliterator(), false)
                        .map(rule -> RuleResult.of(rule, accepting, language))
                        .toList(),
                language);
    }

    /** As the sandbox judges, and what is accepted does not count; where nothing was called nothing is known. */
    public Overall verdict() {
        if (rules.stream().anyMatch(rule -> rule.is(Verdict.FAIL))) {
            return Overall.NOT_READY;
        }
        boolean open = rules.stream().anyMatch(rule -> rule.is(Verdict.NOT_EXERCISED));
        return open || uses.isEmpty() || rules.isEmpty() ? Overall.NOT_KNOWN : Overall.READY;
    }

    public int exitCode() {
        return switch (verdict()) {
            case NOT_READY -> ExitCode.FAILED;
            case NOT_KNOWN -> ExitCode.NOTHING_RAN;
            case READY -> rules.stream().anyMatch(rule -> rule.verdict().isBroken()) ? ExitCode.WARNINGS : ExitCode.OK;
        };
    }

    /** Why it does not pass; empty where it does. */
    public Optional<String> obstacle() {
        return switch (verdict()) {
            case READY -> Optional.empty();
            case NOT_READY ->
                Optional.of(language.text(
                        "not ready: rules broken at the risk of money or service: " + count(Verdict.FAIL)));
            case NOT_KNOWN ->
                Optional.of(language.text(
                        "not known: rules that were not put to the test: " + count(Verdict.NOT_EXERCISED)));
        };
    }

    long count(Verdict verdict) {
        return rules.stream().filter(rule -> rule.is(verdict)).count();
    }

    /** The gravest first. */
    List<RuleResult> byVerdict() {
        return rules.stream().sorted(Comparator.comparing(RuleResult::verdict)).toList();
    }

    /** The verdict, and what it is about. */
    String headline() {
        return uses.isEmpty() ? verdict().toString() : verdict() + ": " + String.join(", ", uses);
    }

    public String text(ReadinessFormat format) {
        return switch (format) {
            case TEXT -> lines();
            case HTML -> ReadinessPage.html(this);
            case JSON -> json().toPrettyString();
            case JUNIT -> ReadinessJunit.xml(this);
            case SARIF -> ReadinessSarif.text(this);
        };
    }

    private String lines() {
        return headline()
                + byVerdict().stream()
                        .map(rule -> String.format("%n%-13s  %s: %s", rule.verdict(), rule.id(), rule.words(language)))
                        .collect(Collectors.joining());
    }

    private JsonNode json() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("verdict", verdict().toString());
        ArrayNode used = node.putArray("uses");
        uses.forEach(used::add);
        ArrayNode list = node.putArray("rules");
        rules.forEach(rule -> list.add(rule.json()));
        return node;
    }

    /** Writes a file for each format; the files. */
    public List<Path> write(Path folder, List<ReadinessFormat> formats) {
        return formats.stream()
                .map(format -> ReportFile.write(folder.resolve(format.file()), text(format)))
                .toList();
    }
}
