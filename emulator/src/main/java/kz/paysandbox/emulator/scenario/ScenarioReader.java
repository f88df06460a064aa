package kz.paysandbox.emulator.scenario;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.Mistake;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Values;
import kz.paysandbox.emulator.input.YamlReader;

/** A reader of scenarios from YAML or JSON, which says all that is wrong and where. */
final class ScenarioReader {

    /** Characters of a scenario's text. */
    public static final int LONGEST = 65_536;

    private ScenarioReader() {}

    /** Judges its form, and what its faults can do at these banks. */
    public static Outcome<Scenario, List<Mistake>> read(String text, BankFacts faults) {
        return YamlReader.read(text, LONGEST)
                .fold(
                        document -> document.map(node -> read(node, faults))
                                .orElseGet(() -> Outcome.refused(List.of(Mistake.at(
                                        1, 1, "the text is empty; a template comes from: sandbox scenario new NAME")))),
                        mistake -> Outcome.refused(List.of(mistake)));
    }

    private static Outcome<Scenario, List<Mistake>> read(InputNode document, BankFacts faults) {
        Mistakes mistakes = new Mistakes();
        Values values = new Values(ScenarioShape.table(faults).read(document, mistakes));
        ClearFaultsCheck.check(document, mistakes);
        return mistakes.isEmpty() ? Outcome.ok(Scenarios.of(values)) : Outcome.refused(mistakes.all());
    }
}
