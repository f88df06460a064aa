package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.language.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows what the world was asked and answered. */
@Command(
        name = "requests",
        mixinStandardHelpOptions = true,
        description = "What the application asked and what it was answered; secrets appear as stand-ins.",
        footer = {
            "",
            "Examples:",
            "  sandbox requests 12",
            "  sandbox requests --endpoint 'r2 *' --limit 20",
            "  sandbox requests --follow",
        })
public final class RequestsCommand extends SandboxClientCommand implements Callable<Integer> {

    private static final int MOST = 1_000;
    private static final int BEFORE_FOLLOWING = 10;

    @Parameters(paramLabel = "NUMBER", arity = "0..1", description = "One request, whole")
    private @Nullable Long number;

    @Option(
            names = "--endpoint",
            paramLabel = "ROW",
            completionCandidates = RowNames.class,
            description = "Only this endpoint, as \"r2 payment return\"")
    private @Nullable String endpoint;

    @Option(names = "--since", paramLabel = "NUMBER|INSTANT", description = "Those after this one, or from then on")
    private @Nullable String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many: the last, or with --since the next. Default: 1000; with --follow, those"
                    + " before it begins: 10")
    private @Nullable Integer limit;

    @Option(names = "--follow", description = "Go on printing what comes, until Ctrl-C or the sandbox's end")
    private boolean follow;

    @Option(names = "--clear", description = "Forget them")
    private boolean clear;

    @Override
    public Integer call() {
        if (follow && (clear || number != null)) {
            throw new ParameterException(
                    spec().commandLine(), "--follow goes with neither a NUMBER nor --clear: it shows what comes");
        }
        if (clear) {
            sandbox().client().delete("/requests");
            answers()
                    .said(
                            "the journal is empty",
                            JsonNodeFactory.instance.objectNode().put("requests", 0));
            return ExitCode.OK;
        }
        if (number != null) {
            answers().one(sandbox().client().get("/requests/" + number), inLanguage(ONE));
            return ExitCode.OK;
        }
        String row = endpoint == null ? "" : "&endpoint=" + QueryText.of(endpoint);
        String from = since == null ? "" : "&since=" + QueryText.of(since);
        JsonNode requests = sandbox().client().get("/requests?limit=" + most() + row + from);
        if (follow) {
            return new RequestsFollower(
                            sandbox().client(), row, answers().growing(inLanguage(COLUMNS)), err(), language())
                    .follow(requests);
        }
        answers().list(requests, inLanguage(COLUMNS));
        return ExitCode.OK;
    }

    private int most() {
        if (limit != null) {
            return limit;
        }
        return follow && since == null ? BEFORE_FOLLOWING : MOST;
    }

    private List<String> inLanguage(List<String> columns) {
        return language() == Language.EN
                ? columns
                : columns.stream()
                        .map(column -> column.replaceFirst("notes$", "notes_ru|notes"))
                        .toList();
    }

    private static final List<String> COLUMNS =
            List.of("number", "at", "took", "endpoint|listener", "target", "status", "answer|notes");

    private static final List<String> ONE = List.of(
            "number",
            "at",
            "took",
            "listener",
            "endpoint",
            "handshake",
            "notes",
            "method",
            "target",
            "headers",
            "body",
            "status",
            "answer",
            "tls");
}
