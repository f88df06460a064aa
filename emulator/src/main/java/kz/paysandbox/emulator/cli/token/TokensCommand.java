package kz.paysandbox.emulator.cli.token;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tokens of a control surface that several people or pipelines use. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Tokens of a sandbox that several people or pipelines use: make, list and withdraw them.",
        subcommands = {TokensAddCommand.class, TokensListCommand.class, TokensRemoveCommand.class})
public final class TokensCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: sandbox tokens list");
    }
}
