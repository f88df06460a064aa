package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.AnswerPrinter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists where the application left the bank's written rules. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = "Where the application leaves the bank's written rules.",
        footer = {"", "Exit codes: 0 none, 1 not known, 16 there are findings."})
public final class FindingsCommand extends SandboxClientCommand implements Callable<Integer> {

    @Option(names = "--rule", description = "Only those of one rule, as the column shows it")
    private @Nullable String rule;

    @Option(
            names = "--accept",
            paramLabel = "RULE",
            description = "Leave out those of a rule, as one that every shop on this machine breaks; repeatable")
    private List<String> accepted = new ArrayList<>();

    @Override
    public Integer call() {
        String filter = rule == null ? "" : "?rule=" + QueryText.of(rule);
        JsonNode all = sandbox().client().get("/findings" + filter);
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        all.forEach(finding -> {
            if (!accepted.contains(finding.path("rule").asText())) {
                findings.add(finding);
            }
        });
        AnswerPrinter.list(
                out(), sandbox().isJson(), findings, List.of("severity", "rule", "count", "requests", "evidence"));
        if (!findings.isEmpty()) {
            return ExitCode.WARNINGS;
        }
        JsonNode memory = sandbox().client().get("/world").path("findings");
        if (memory.path("on").asBoolean() && memory.path("forgotten").asLong() == 0) {
            return ExitCode.OK;
        }
        err().println(
                        "whether there were any is not known: findings are off (limits.findings=0, level=lenient), or older"
                                + " ones are gone");
        return ExitCode.FAILED;
    }
}
