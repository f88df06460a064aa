package kz.paysandbox.emulator.scenario;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.input.Mistake;

/**
 * A scenario with the text it was read from.
 *
 * @param builtIn whether it is the catalogue's
 */
public record ScenarioText(Scenario scenario, String text, boolean builtIn) {

    /** What a user has written. */
    public static Outcome<ScenarioText, List<Mistake>> of(String text, BankFacts faults) {
        return ScenarioReader.read(text, faults).map(scenario -> new ScenarioText(scenario, text, false));
    }
}
