package kz.paysandbox.emulator.cli.worlds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes a world. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Delete a world and its credentials; main stays.")
public final class WorldsRemoveCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name")
    private String name = "";

    @Override
    public Integer call() {
        sandbox().client().in(name).delete("/worlds/" + QueryText.of(name));
        answers().said("deleted: " + name, JsonNodeFactory.instance.objectNode().put("deleted", name));
        return ExitCode.OK;
    }
}
