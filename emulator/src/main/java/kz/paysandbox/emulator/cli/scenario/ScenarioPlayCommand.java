package kz.paysandbox.emulator.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.cli.terminal.UndoneSteps;
import kz.paysandbox.emulator.language.Language;
import kz.paysandbox.emulator.scenario.ScenarioText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Plays a scenario in a running sandbox. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Play one in the running sandbox.",
        footer = {"", "Exit codes: 0 it has begun, 1 a part of its beginning could not be done, 2 the file is not good."
        })
public final class ScenarioPlayCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME|FILE",
            completionCandidates = ScenarioNames.class,
            description = "A name of the catalogue, or a file")
    private String scenario = "";

    @Override
    public Integer call() {
        ScenarioText text = EmulatorConfig.scenario(scenario).fold(found -> found, problem -> {
            throw new SettingsException(problem);
        });
        var client = sandbox().client();
        if (!text.builtIn()) {
            client.postText("/scenarios", text.text());
        }
        JsonNode progress = client.postText("/scenarios/" + text.scenario().name() + "/activate", "");
        answers().one(progress, List.of("name", "begun", language() == Language.RU ? "correct_ru|correct" : "correct"));
        UndoneSteps.words(progress)
                .forEach(words -> err().println("sandbox: " + language().text(words)));
        return UndoneSteps.code(progress);
    }
}
