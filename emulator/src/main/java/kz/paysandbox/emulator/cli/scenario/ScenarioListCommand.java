package kz.paysandbox.emulator.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.terminal.PrintOptions;
import kz.paysandbox.emulator.control.BankTableFacts;
import kz.paysandbox.emulator.language.Language;
import kz.paysandbox.emulator.scenario.Scenario;
import kz.paysandbox.emulator.scenario.ScenarioCatalogue;
import kz.paysandbox.emulator.scenario.ScenarioText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the catalogue. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "The catalogue; needs no running sandbox.")
public final class ScenarioListCommand implements Callable<Integer> {

    @Mixin
    private PrintOptions printing = new PrintOptions();

    @Option(names = "--ru", description = "Titles in Russian")
    private boolean russian;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Scenario> scenarios = new ScenarioCatalogue(new BankTableFacts(EmulatorConfig.ownBanks()))
                .all().stream().map(ScenarioText::scenario).toList();
        JsonNode list = new ObjectMapper()
                .valueToTree(scenarios.stream()
                        .map(scenario ->
                                new Entry(scenario.name(), scenario.bank(), scenario.title(), scenario.correct()))
                        .toList());
        String title = russian || LanguageOption.of(spec) == Language.RU ? "title.ru" : "title.en";
        printing.printer(spec.commandLine().getOut()).list(list, List.of("name", "bank", title));
        return ExitCode.OK;
    }

    /** As the control surface shows one. */
    record Entry(String name, String bank, Scenario.Title title, String correct) {}
}
