package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Lists, makes and ends faults. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Faults of the world: list them, add one, end them.",
        footer = {
            "",
            "Examples:",
            "  sandbox faults",
            "  sandbox faults --on 'r2 payment return' --then drop=after --times 1",
            "  sandbox faults --on '*' --then http=503",
            "  sandbox faults --add '{\"when\":{\"endpoint\":\"r3 *\"},\"then\":{\"delay\":\"PT2S\"}}'",
            "  sandbox faults --clear",
        })
public final class FaultsCommand extends SandboxClientCommand implements Callable<Integer> {

    /** What to do; nothing lists them. */
    static final class Change {
        @Option(
                names = "--on",
                paramLabel = "ROW",
                completionCandidates = RowNames.class,
                description = "Add one on this endpoint or pattern, with --then")
        private @Nullable String endpoint;

        @Option(names = "--add", paramLabel = "JSON", description = "Add one as POST /faults takes it")
        private @Nullable String json;

        @Option(names = "--remove", paramLabel = "ID", description = "End one")
        private @Nullable String remove;

        @Option(names = "--clear", description = "End all")
        private boolean clear;
    }

    @ArgGroup(exclusive = true)
    private Change change = new Change();

    @Option(
            names = "--then",
            paramLabel = "EFFECT=VALUE",
            description = "What happens, as http=503, drop=after or delay=2s")
    private Map<String, String> then = new LinkedHashMap<>();

    @Option(names = "--times", paramLabel = "N", description = "How often. Default: always")
    private @Nullable Integer times;

    @Override
    public Integer call() {
        if (change.endpoint == null && (!then.isEmpty() || times != null)) {
            throw new ParameterException(
                    spec().commandLine(),
                    (then.isEmpty() ? "--times" : "--then") + " needs --on: which calls it is for");
        }
        if (change.endpoint != null) {
            added(fault(change.endpoint));
        } else if (change.json != null) {
            added(parsed(change.json));
        } else if (change.remove != null) {
            sandbox().client().delete("/faults/" + QueryText.of(change.remove));
            ended(List.of(change.remove));
        } else if (change.clear) {
            JsonNode before = sandbox().client().get("/faults");
            sandbox().client().delete("/faults");
            ended(before.findValuesAsText("id"));
        } else {
            JsonNode faults = sandbox().client().get("/faults");
            answers().list(faults, List.of("id", "name", "when", "then", "times", "hits"));
        }
        return ExitCode.OK;
    }

    private void ended(List<String> ids) {
        answers()
                .said(
                        ids.isEmpty() ? "there was no fault" : "ended: " + String.join(", ", ids),
                        new ObjectMapper().valueToTree(Map.of("ended", ids)));
    }

    private void added(Map<String, ?> fault) {
        JsonNode answer = sandbox().client().post("/faults", fault);
        answers().one(answer, List.of("id"));
    }

    private Map<String, Object> fault(String endpoint) {
        Map<String, Object> effects = new LinkedHashMap<>();
        then.forEach(
                (name, value) -> effects.put(name, value.matches("-?\\d{1,18}") ? Long.valueOf(value) : flag(value)));
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("when", Map.of("endpoint", endpoint));
        fault.put("then", effects);
        if (times != null) {
            fault.put("times", times);
        }
        return fault;
    }

    private static Object flag(String value) {
        return value.equals("true") ? (Object) true : value;
    }

    @SuppressWarnings("unchecked")
    private Map<String, ?> parsed(String json) {
        try {
            return new ObjectMapper().readValue(json, Map.class);
        } catch (IOException malformed) {
            throw new ParameterException(spec().commandLine(), "--add takes a JSON object");
        }
    }
}
