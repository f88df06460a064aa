package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.cli.findings.AcceptedRules;
import kz.paysandbox.emulator.cli.findings.FindingsReport;
import kz.paysandbox.emulator.cli.findings.ReportFormat;
import kz.paysandbox.emulator.cli.findings.ReportedFinding.Severity;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.language.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Lists where the application left the bank's written rules. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = "Where the application leaves the bank's written rules.",
        footer = {
            "",
            "A file of accepted rules has one on each line, with the reason: RULE.ID  sent from May on",
            "",
            "Exit codes: 0 none, 16 warnings and notes only, 1 errors, or it is not known whether there were others.",
            "",
            "Examples:",
            "  sandbox findings --at-least warning --accept accepted.txt",
            "  sandbox findings --format junit,sarif --out target",
        })
public final class FindingsCommand extends SandboxClientCommand implements Callable<Integer> {

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            completionCandidates = RuleNames.class,
            description = "Only those of one rule, as the column shows it")
    private @Nullable String rule;

    @Option(
            names = "--at-least",
            paramLabel = "SEVERITY",
            description = "Only those that are at least so severe: note, warning or error. Default: note")
    private Severity least = Severity.NOTE;

    @Option(
            names = "--accept",
            paramLabel = "RULE|FILE",
            completionCandidates = RuleNames.class,
            description = "Leave out those of a rule, as one that every shop on this machine breaks, or of all rules"
                    + " of a file; repeatable")
    private List<String> accepted = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "text, json, junit or sarif; several, separated by commas, with --out. Default: text")
    private List<ReportFormat> formats = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write findings.txt, findings.json, findings-junit.xml or findings.sarif there, by --format."
                    + " Default: findings.json")
    private @Nullable Path folder;

    @Option(names = "--clear", description = "Forget them")
    private boolean clear;

    private static final List<String> COLUMNS = List.of("severity", "rule", "count", "requests", "evidence");

    private static final List<String> RUSSIAN =
            List.of("severity", "rule", "count", "requests", "evidence_ru|evidence", "correct_ru|clause");

    @Override
    public Integer call() {
        ControlClient client = sandbox().client();
        if (clear) {
            client.delete("/findings");
            answers()
                    .said(
                            "no findings any more",
                            JsonNodeFactory.instance.objectNode().put("findings", 0));
            return ExitCode.OK;
        }
        if (folder == null && formats.size() > 1) {
            throw new ParameterException(spec().commandLine(), "--format: several formats need --out DIR");
        }
        JsonNode rules = client.get("/catalogue").path("findings");
        AcceptedRules accepting = AcceptedRules.read(accepted, names(rules));
        String filter = rule == null ? "" : "?rule=" + QueryText.of(rule);
        FindingsReport report = FindingsReport.of(
                rules, client.get("/findings" + filter), least, accepting, unknown(client), language());
        print(report);
        report.unknown().ifPresent(err()::println);
        return report.exitCode();
    }

    private void print(FindingsReport report) {
        if (folder != null) {
            report.write(folder, formats.isEmpty() ? List.of(ReportFormat.JSON) : formats)
                    .forEach(file ->
                            (isJson() ? err() : out()).println(language().text("wrote " + file)));
        }
        ReportFormat format = folder == null && !formats.isEmpty() ? formats.get(0) : ReportFormat.TEXT;
        if (format == ReportFormat.TEXT && report.isEmpty() && report.unknown().isPresent() && !isJson()) {
            out().println(language().text("not known"));
        } else if (format == ReportFormat.TEXT) {
            answers().list(report.shown(), language() == Language.RU ? RUSSIAN : COLUMNS);
        } else {
            out().println(report.text(format));
        }
    }

    /** A report says something about the application only where all findings that there were are still known. */
    private static Optional<String> unknown(ControlClient client) {
        JsonNode memory = client.get("/world").path("findings");
        if (memory.path("on").asBoolean() && memory.path("forgotten").asLong() == 0) {
            return Optional.empty();
        }
        return Optional.of("whether there were others is not known: findings are off (limits.findings=0,"
                + " level=lenient), or older ones are gone");
    }

    private static List<String> names(JsonNode rules) {
        return StreamSupport.stream(rules.spliterator(), false)
                .map(known -> known.path("rule").asText())
                .toList();
    }
}
