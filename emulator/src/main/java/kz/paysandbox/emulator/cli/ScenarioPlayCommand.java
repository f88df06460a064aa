package kz.paysandbox.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.scenario.ScenarioSource;
import kz.paysandbox.emulator.scenario.ScenarioText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Plays a scenario in a running sandbox. */
@Command(name = "play", mixinStandardHelpOptions = true, description = "Play one in the running sandbox.")
public final class ScenarioPlayCommand extends AtSandbox implements Callable<Integer> {

    @Parameters(paramLabel = "NAME|FILE", description = "A name of the catalogue, or a file")
    private String scenario = "";

    @Override
    public Integer call() {
        ScenarioText text = ScenarioSource.read(scenario).fold(found -> found, problem -> {
            throw new SettingsException(problem);
        });
        var client = sandbox().client();
        if (!text.builtIn()) {
            client.postText("/scenarios", text.text());
        }
        JsonNode progress = client.postText("/scenarios/" + text.scenario().name() + "/activate", "");
        Shown.one(out(), sandbox().isJson(), progress, List.of("name", "begun", "correct"));
        return ExitCode.OK;
    }
}
