package kz.paysandbox.emulator.cli.worlds;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The worlds of a running sandbox. */
@Command(
        name = "worlds",
        mixinStandardHelpOptions = true,
        description = "The isolated worlds of the sandbox: make, list and delete them; take one to a file, and bring it"
                + " back as a test's fixture.",
        subcommands = {
            WorldsAddCommand.class,
            WorldsListCommand.class,
            WorldsRemoveCommand.class,
            WorldsExportCommand.class,
            WorldsImportCommand.class
        })
public final class WorldsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: sandbox worlds list");
    }
}
