package kz.paysandbox.emulator.cli.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import picocli.CommandLine.Command;

/** Lists tokens, without the tokens themselves. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "All tokens with what they open and how often they were used; not the tokens themselves.")
public final class TokensListCommand extends SandboxClientCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        JsonNode tokens = sandbox().client().get("/tokens");
        if (!isJson()) {
            tokens.forEach(TokensListCommand::flatten);
        }
        answers()
                .list(
                        tokens,
                        List.of("name", "scope", "made", "expires", "worlds", "bytes", "read", "write", "refused"));
        return ExitCode.OK;
    }

    /** A table has a column for each kind of call. */
    private static void flatten(JsonNode token) {
        if (token instanceof ObjectNode row && token.path("calls") instanceof ObjectNode calls) {
            row.setAll(calls);
        }
    }
}
