package kz.paysandbox.emulator.cli.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Withdraws a token. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Withdraw a token: from now on it opens nothing.")
public final class TokensRemoveCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Whose it is")
    private String name = "";

    @Override
    public Integer call() {
        sandbox().client().delete("/tokens/" + QueryText.of(name));
        answers()
                .said(
                        "withdrawn: " + name,
                        JsonNodeFactory.instance.objectNode().put("withdrawn", name));
        return ExitCode.OK;
    }
}
