package kz.paysandbox.emulator.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks scenario files. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Check scenario files; needs no running sandbox.",
        footer = {"", "Exit codes: 0 all are good, 1 one is not."})
public final class ScenarioValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files")
    private List<Path> files = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = LanguageOption.of(spec);
        int worst = ExitCode.OK;
        for (Path file : files) {
            int code = EmulatorConfig.scenario(file)
                    .fold(
                            text -> {
                                spec.commandLine()
                                        .getOut()
                                        .println(language.text(file + ": good, `"
                                                + text.scenario().name() + "`"));
                                return ExitCode.OK;
                            },
                            problems -> {
                                problems.lines()
                                        .map(language::text)
                                        .forEach(spec.commandLine().getErr()::println);
                                return ExitCode.FAILED;
                            });
            worst = Math.max(worst, code);
        }
        return worst;
    }
}
