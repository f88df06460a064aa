package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.SandboxRefusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What merchants were told, and what they answered. */
@Command(
        name = "callbacks",
        mixinStandardHelpOptions = true,
        description = "What shops were told by callback and what they answered: list, show one, deliver one again.",
        subcommands = {CallbacksCommand.Show.class, CallbacksCommand.Replay.class})
public final class CallbacksCommand extends SandboxClientCommand implements Callable<Integer> {

    private static final List<String> ONE = List.of("id", "invoiceId", "url", "state", "nextAt", "body", "attempts");

    private static final List<String> ATTEMPT = List.of("at", "status", "location", "answer", "error");

    @Override
    public Integer call() {
        answers()
                .list(
                        sandbox().client().get("/callbacks"),
                        List.of("id", "invoiceId", "state", "nextAt", "attempts.#", "url"));
        return ExitCode.OK;
    }

    private int print(JsonNode callback) {
        answers().one(callback, isJson() ? ONE : ONE.subList(0, ONE.size() - 1));
        if (!isJson()) {
            for (JsonNode attempt : callback.path("attempts")) {
                out().println();
                answers().one(attempt, ATTEMPT);
            }
        }
        return ExitCode.OK;
    }

    /** One callback. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "What was sent in one, and what was answered to each attempt.")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private CallbacksCommand callbacks;

        @Parameters(paramLabel = "ID", description = "Its id, as the list shows it")
        private String id = "";

        @Override
        public Integer call() {
            JsonNode all = callbacks.sandbox().client().get("/callbacks");
            Optional<JsonNode> found = StreamSupport.stream(all.spliterator(), false)
                    .filter(callback -> callback.path("id").asText().equals(id))
                    .findFirst();
            return callbacks.print(found.orElseThrow(
                    () -> new SandboxRefusal(404, "no callback " + id + "; sandbox callbacks lists them")));
        }
    }

    /** Delivers one again. */
    @Command(name = "replay", mixinStandardHelpOptions = true, description = "Deliver one again, now.")
    static final class Replay implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init")
        private CallbacksCommand callbacks;

        @Parameters(paramLabel = "ID", description = "Its id, as the list shows it")
        private String id = "";

        @Override
        public Integer call() {
            return callbacks.print(
                    callbacks.sandbox().client().postText("/callbacks/" + QueryText.of(id) + "/replay", ""));
        }
    }
}
