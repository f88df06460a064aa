package kz.paysandbox.emulator.cli.token;

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
        answers()
                .list(
                        sandbox().client().get("/tokens"),
                        List.of(
                                "name",
                                "scope",
                                "made",
                                "expires",
                                "worlds",
                                "bytes",
                                "calls.read",
                                "calls.write",
                                "calls.refused"));
        return ExitCode.OK;
    }
}
