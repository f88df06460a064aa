package kz.paysandbox.emulator.cli.worlds;

import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import picocli.CommandLine.Command;

/** Lists worlds. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "All worlds, by name.")
public final class WorldsListCommand extends SandboxClientCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        answers().list(sandbox().client().in("main").get("/worlds"), List.of("name", "seed", "expiresAt", "owner"));
        return ExitCode.OK;
    }
}
