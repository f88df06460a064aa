package kz.paysandbox.emulator.cli.scenario;

import java.util.Iterator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.control.BankTableFacts;
import kz.paysandbox.emulator.scenario.ScenarioCatalogue;

/** The names of the catalogue's scenarios, for completion; nothing is read before that. */
public final class ScenarioNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return new ScenarioCatalogue(new BankTableFacts(EmulatorConfig.ownBanks()))
                .all().stream().map(text -> text.scenario().name()).iterator();
    }
}
