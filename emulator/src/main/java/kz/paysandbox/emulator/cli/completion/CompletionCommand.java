package kz.paysandbox.emulator.cli.completion;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes the words of a command line. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print what lets a shell complete commands, options, scenarios and rules.",
        footer = {
            "",
            "Examples:",
            "  source <(sandbox completion bash)",
            "  source <(sandbox completion zsh)",
            "  sandbox completion fish > ~/.config/fish/completions/sandbox.fish",
        })
public final class CompletionCommand implements Callable<Integer> {

    /** Whose script. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Supplier<CommandLine> commands;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell = Shell.BASH;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * The command.
     *
     * @param commands all that there are
     */
    public CompletionCommand(Supplier<CommandLine> commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        CommandLine root = commands.get();
        out.println(
                shell == Shell.FISH
                        ? FishCompletion.script(root)
                        : AutoComplete.bash(root.getCommandName(), root).strip());
        return ExitCode.OK;
    }
}
