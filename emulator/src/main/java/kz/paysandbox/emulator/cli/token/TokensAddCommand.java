package kz.paysandbox.emulator.cli.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.cli.terminal.SizeConverter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token and shows it, this once. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Make a token and show it, this once; only its hash is kept.",
        footer = {
            "",
            "Examples:",
            "  sandbox tokens add ci --scope all --worlds 20 --expires 90d",
            "  sandbox tokens add aigerim --scope world:aigerim",
            "  sandbox tokens add monitoring --scope read"
        })
public final class TokensAddCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Whose it is; Latin letters, digits, '.', '_' and '-'")
    private String name = "";

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "SCOPE",
            description = "What it opens: all; read, which is GET without credentials; world:NAME, which is everything"
                    + " of that world and nothing else")
    private String scope = "";

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "From when on it opens nothing: an instant, or how long from now, as 90d. Default: never")
    private @Nullable String expires;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "Most worlds made with it that there may be at a time. Default: no limit of its own")
    private @Nullable Integer worlds;

    @Option(
            names = "--bytes",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Most memory that the worlds made with it may hold together, as 64MB. Default: no limit of"
                    + " its own")
    private @Nullable Long bytes;

    @Override
    public Integer call() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("name", name);
        spec.put("scope", scope);
        if (expires != null) {
            spec.put("expires", expires);
        }
        if (worlds != null) {
            spec.put("worlds", worlds);
        }
        if (bytes != null) {
            spec.put("bytes", bytes);
        }
        JsonNode made = sandbox().client().post("/tokens", spec);
        answers().one(made, List.of("name", "scope", "expires", "token"));
        return ExitCode.OK;
    }
}
