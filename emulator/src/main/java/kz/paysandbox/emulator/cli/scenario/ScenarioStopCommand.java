package kz.paysandbox.emulator.cli.scenario;

import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.cli.terminal.UndoneSteps;
import picocli.CommandLine.Command;

/** Ends what is being played. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "End what is being played: its faults go, the customer is as before, what happened stays.")
public final class ScenarioStopCommand extends SandboxClientCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var progress = sandbox().client().get("/scenarios/active");
        sandbox().client().delete("/scenarios/active");
        if (isJson()) {
            out().println(progress.toPrettyString());
        } else {
            out().println(language().text("ended: " + progress.path("name").asText()));
            if (!progress.path("done").isEmpty()) {
                answers().list(progress.path("done"), UndoneSteps.columns(language()));
            }
        }
        return ExitCode.OK;
    }
}
