package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.AnswerPrinter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the world was asked and answered. */
@Command(
        name = "requests",
        mixinStandardHelpOptions = true,
        description = "What the application asked and what it was answered; secrets appear as stand-ins.")
public final class RequestsCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NUMBER", arity = "0..1", description = "One request, whole")
    private @Nullable Long number;

    @Option(names = "--endpoint", paramLabel = "ROW", description = "Only this endpoint, as \"r2 payment return\"")
    private @Nullable String endpoint;

    @Option(names = "--since", paramLabel = "NUMBER|INSTANT", description = "Those after this one, or from then on")
    private @Nullable String since;

    @Option(
            names = "--limit",
            description = "At most so many: the last, or with --since the next. Default: 1000",
            defaultValue = "1000")
    private int limit = 1000;

    @Option(names = "--clear", description = "Forget them")
    private boolean clear;

    @Override
    public Integer call() {
        if (clear) {
            sandbox().client().delete("/requests");
            out().println(sandbox().isJson() ? "{ \"requests\" : 0 }" : "the journal is empty");
            return ExitCode.OK;
        }
        if (number != null) {
            AnswerPrinter.one(out(), sandbox().isJson(), sandbox().client().get("/requests/" + number), ONE);
            return ExitCode.OK;
        }
        String row = endpoint == null ? "" : "&endpoint=" + QueryText.of(endpoint);
        String from = since == null ? "" : "&since=" + QueryText.of(since);
        JsonNode requests = sandbox().client().get("/requests?limit=" + limit + row + from);
        AnswerPrinter.list(
                out(),
                sandbox().isJson(),
                requests,
                List.of("number", "at", "listener", "endpoint", "method", "target", "status", "answer|notes"));
        return ExitCode.OK;
    }

    private static final List<String> ONE = List.of(
            "number",
            "at",
            "took",
            "listener",
            "endpoint",
            "handshake",
            "method",
            "target",
            "headers",
            "body",
            "status",
            "answer",
            "tls",
            "notes");
}
