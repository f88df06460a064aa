package kz.paysandbox.emulator.cli.scenario;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The scenario catalogue and scenario files. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Scenarios: the catalogue of failures, and your own files.",
        subcommands = {
            ScenarioListCommand.class,
            ScenarioShowCommand.class,
            ScenarioValidateCommand.class,
            ScenarioNewCommand.class,
            ScenarioPlayCommand.class,
            ScenarioStatusCommand.class,
            ScenarioStopCommand.class,
        })
public final class ScenarioCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: sandbox scenario list");
    }
}
