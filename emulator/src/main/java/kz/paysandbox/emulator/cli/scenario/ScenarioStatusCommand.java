package kz.paysandbox.emulator.cli.scenario;

import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.cli.terminal.UndoneSteps;
import picocli.CommandLine.Command;

/** Shows what is being played. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "What is being played, and how far it has come.",
        footer = {"", "Exit codes: 0 all that was tried is done, 1 something could not be done."})
public final class ScenarioStatusCommand extends SandboxClientCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var progress = sandbox().client().get("/scenarios/active");
        if (isJson()) {
            out().println(progress.toPrettyString());
        } else {
            answers().list(progress.path("done"), UndoneSteps.columns(language()));
        }
        return UndoneSteps.code(progress);
    }
}
