package kz.paysandbox.emulator.cli.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.DurationConverter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a world. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Make a world with credentials of its own; sandbox env --world NAME prints them.",
        footer = {"", "Examples:", "  sandbox worlds add ci-1234 --ttl 2h"})
public final class WorldsAddCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Its name; Latin letters, digits, '.', '_' and '-'. Default: one that is free")
    private @Nullable String name;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "It is deleted after so long by the machine's clock, as 2h or PT2H. Default: never")
    private @Nullable Duration ttl;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What its ids follow from. Default: the server's seed and its name")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (name != null) {
            spec.put("name", name);
        }
        if (ttl != null) {
            spec.put("ttl", ttl.toString());
        }
        if (seed != null) {
            spec.put("seed", seed);
        }
        JsonNode made = sandbox().client().in("main").post("/worlds", spec);
        answers().one(made, List.of("name", "seed", "expiresAt", "owner"));
        return ExitCode.OK;
    }
}
