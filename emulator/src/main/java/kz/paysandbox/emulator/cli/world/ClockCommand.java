package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.DurationConverter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.client.SandboxRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Shows or moves the world's clock. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = "The world's clock: show it, freeze it, advance it.",
        footer = {
            "",
            "Examples:",
            "  sandbox clock --freeze",
            "  sandbox clock --advance 3m",
            "  sandbox clock --to 2026-01-15T10:00:00+05:00",
            "  sandbox clock --real"
        })
public final class ClockCommand extends SandboxClientCommand implements Callable<Integer> {

    /** What to do with it; nothing shows it. */
    static final class Move {
        @Option(
                names = "--advance",
                paramLabel = "DURATION",
                converter = DurationConverter.class,
                description = "Later by so much, as 3m or PT3M")
        private @Nullable Duration advance;

        @Option(names = "--freeze", description = "Stands still from now on")
        @SuppressWarnings("UnusedVariable")
        private boolean freeze;

        @Option(
                names = "--to",
                paramLabel = "INSTANT",
                description = "Stands at an instant, as 2026-01-15T10:00:00Z; --at INSTANT means the same")
        private @Nullable String instant;

        @Option(names = "--real", description = "Runs with the machine's time again")
        private boolean real;
    }

    @ArgGroup(exclusive = true)
    private @Nullable Move move;

    @Override
    public Integer call() {
        JsonNode clock = moved();
        answers().one(clock, List.of("now", "mode"));
        if (!isJson() && !clock.path("fired").isEmpty()) {
            out().println();
            answers().list(clock.path("fired"), List.of("at", "what", "id"));
        }
        return ExitCode.OK;
    }

    /** An {@code --at} that is no URL is an instant. */
    private JsonNode moved() {
        Optional<String> instant = sandbox().at().filter(at -> !at.contains("://"));
        ControlClient client = sandbox().client(System.getenv(), sandbox().at().filter(at -> at.contains("://")));
        if (instant.isPresent()) {
            if (move != null) {
                throw new ParameterException(spec().commandLine(), "--at INSTANT goes with no other move of the clock");
            }
            return stand(client, instant.get());
        }
        return move == null ? client.get("/clock") : moved(client, move);
    }

    private static JsonNode moved(ControlClient client, Move wanted) {
        if (wanted.advance != null) {
            return advanced(client, wanted.advance);
        }
        if (wanted.instant != null) {
            return stand(client, wanted.instant);
        }
        return client.put("/clock", Map.of("mode", wanted.real ? "real" : "frozen"));
    }

    /** What the control surface says of its {@code by} is said of the option. */
    private static JsonNode advanced(ControlClient client, Duration by) {
        try {
            return client.post("/clock/advance", Map.of("by", by.toString()));
        } catch (SandboxRefusal refusal) {
            String words = String.valueOf(refusal.getMessage()).replaceFirst("^by ", "--advance ");
            throw new SandboxRefusal(refusal.status(), words, refusal.problem());
        }
    }

    private static JsonNode stand(ControlClient client, String instant) {
        return client.put("/clock", Map.of("mode", "frozen", "at", instant));
    }
}
