package kz.paysandbox.emulator.cli.world;

import java.util.Iterator;
import kz.paysandbox.emulator.EmulatorConfig;

/** The names of all endpoints, for completion; nothing is looked up before that. */
public final class RowNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return EmulatorConfig.ownBanks().stream()
                .flatMap(bank -> bank.endpoints().stream())
                .iterator();
    }
}
