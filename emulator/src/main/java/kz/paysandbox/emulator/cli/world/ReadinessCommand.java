package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.cli.findings.AcceptedRules;
import kz.paysandbox.emulator.cli.readiness.ReadinessFormat;
import kz.paysandbox.emulator.cli.readiness.ReadinessReport;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.ControlClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Judges whether the application keeps the banks' written rules, and says what is still to be played. */
@Command(
        name = "readiness",
        mixinStandardHelpOptions = true,
        description = "Whether the application is ready, rule by rule.",
        footer = {
            "",
            "A file of accepted rules has one on each line, with the reason: RULE.ID  sent from May on",
            "",
            "Exit codes: 0 ready, 16 ready with warnings or notes, 1 not ready, 5 not known: a rule was not put to the test.",
            "",
            "Examples:",
            "  sandbox readiness --uses r1,r3 --accept accepted.txt",
            "  sandbox readiness --format html,junit,sarif --out target",
        })
public final class ReadinessCommand extends SandboxClientCommand implements Callable<Integer> {

    @Option(
            names = "--uses",
            paramLabel = "LIST",
            description =
                    "What the application uses, separated by commas, as r1,r3: schemes of a bank, or a bank that has"
                            + " none. Default: what it called")
    private @Nullable String uses;

    @Option(
            names = "--accept",
            paramLabel = "RULE|FILE",
            completionCandidates = RuleNames.class,
            description = "Do not count a rule, or those of a file: broken, or not put to the test; repeatable")
    private List<String> accepted = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            description = "text, html, json, junit or sarif; several, separated by commas, with --out. Default: text")
    private List<ReadinessFormat> formats = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write readiness.txt, readiness.html, readiness.json, readiness-junit.xml or readiness.sarif"
                    + " there, by --format. Default: readiness.json")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (folder == null && formats.size() > 1) {
            throw new ParameterException(spec().commandLine(), "--format: several formats need --out DIR");
        }
        if (uses != null && uses.isBlank()) {
            throw new ParameterException(spec().commandLine(), "--uses: say what, as r1,r3, or leave it out");
        }
        ControlClient client = sandbox().client();
        JsonNode catalogue = client.get("/catalogue").path("findings");
        AcceptedRules accepting = AcceptedRules.read(accepted, names(catalogue));
        String query = uses == null ? "" : "?uses=" + QueryText.of(uses);
        ReadinessReport report = ReadinessReport.of(catalogue, client.get("/readiness" + query), accepting, language());
        print(report);
        report.obstacle().ifPresent(err()::println);
        return report.exitCode();
    }

    private void print(ReadinessReport report) {
        if (folder != null) {
            report.write(folder, formats.isEmpty() ? List.of(ReadinessFormat.JSON) : formats)
                    .forEach(file ->
                            (isJson() ? err() : out()).println(language().text("wrote " + file)));
        }
        ReadinessFormat format = folder == null && !formats.isEmpty() ? formats.get(0) : ReadinessFormat.TEXT;
        out().println(report.text(isJson() && format == ReadinessFormat.TEXT ? ReadinessFormat.JSON : format));
    }

    private static List<String> names(JsonNode rules) {
        return StreamSupport.stream(rules.spliterator(), false)
                .map(known -> known.path("rule").asText())
                .toList();
    }
}
