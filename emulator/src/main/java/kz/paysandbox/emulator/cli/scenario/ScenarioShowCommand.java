package kz.paysandbox.emulator.cli.scenario;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a scenario's text. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "The text of one; needs no running sandbox.")
public final class ScenarioShowCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME|FILE",
            completionCandidates = ScenarioNames.class,
            description = "A name of the catalogue, or a file")
    private String scenario = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return EmulatorConfig.scenario(scenario)
                .fold(
                        text -> {
                            out.print(text.text());
                            return ExitCode.OK;
                        },
                        problem -> {
                            err.println("sandbox: " + LanguageOption.of(spec).text(problem));
                            return ExitCode.USAGE;
                        });
    }
}
