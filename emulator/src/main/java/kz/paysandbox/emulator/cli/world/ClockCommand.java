package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.AnswerPrinter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows or moves the world's clock. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = "The world's clock: show it, freeze it, advance it.",
        footer = {
            "",
            "Examples:",
            "  sandbox clock --freeze",
            "  sandbox clock --advance PT3M",
            "  sandbox clock --real"
        })
public final class ClockCommand extends SandboxClientCommand implements Callable<Integer> {

    /** What to do with it; nothing shows it. */
    static final class Move {
        @Option(names = "--advance", paramLabel = "DURATION", description = "Later by so much, as PT3M")
        private @Nullable String advance;

        @Option(names = "--freeze", description = "Stands still from now on")
        private boolean freeze;

        @Option(names = "--at", paramLabel = "INSTANT", description = "Stands at an instant, as 2026-01-15T10:00:00Z")
        private @Nullable String instant;

        @Option(names = "--real", description = "Runs with the machine's time again")
        private boolean real;
    }

    @ArgGroup(exclusive = true)
    private Move move = new Move();

    @Override
    public Integer call() {
        JsonNode clock = moved();
        AnswerPrinter.one(out(), sandbox().isJson(), clock, List.of("now", "mode"));
        if (!sandbox().isJson() && !clock.path("fired").isEmpty()) {
            out().println();
            AnswerPrinter.list(out(), false, clock.path("fired"), List.of("at", "what", "id"));
        }
        return ExitCode.OK;
    }

    private JsonNode moved() {
        var client = sandbox().client();
        if (move.advance != null) {
            return client.post("/clock/advance", Map.of("by", move.advance));
        }
        if (move.instant != null) {
            return client.put("/clock", Map.of("mode", "frozen", "at", move.instant));
        }
        if (move.freeze) {
            return client.put("/clock", Map.of("mode", "frozen"));
        }
        return move.real ? client.put("/clock", Map.of("mode", "real")) : client.get("/clock");
    }
}
