package kz.paysandbox.emulator.cli.world;

import java.util.Iterator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.core.journal.Clause;

/** The names of the banks' written rules, for completion; nothing is looked up before that. */
public final class RuleNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return EmulatorConfig.ownBanks().stream()
                .flatMap(bank -> bank.clauses().stream())
                .map(Clause::rule)
                .iterator();
    }
}
