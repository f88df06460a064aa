package kz.paysandbox.emulator.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * What is known of a world's findings beside those that are there.
 *
 * @param run number of the present run
 * @param since when it began; empty for the world's beginning
 * @param forgotten how many went because of the limit
 * @param gone the rules of those, each with its gravest one
 */
record FindingsState(long run, Optional<Instant> since, long forgotten, Map<String, Finding.Severity> gone) {

    FindingsState {
        gone = Map.copyOf(gone);
    }

    /** The tables of a world's findings. */
    static List<StateTable<?>> tables(Findings findings, ChangeSignal signal, ChangeSignal running) {
        return List.of(
                StateTable.of(
                                "world.findings-run",
                                FindingsState.class,
                                new SingleValue<>(running, findings::state, findings::restore))
                        .soon()
                        .with(StateTable.Trait.HISTORY),
                StateTable.of(
                                "world.findings",
                                Finding.class,
                                new KeyedValues<>(signal, findings::find, findings::keys, findings::add))
                        .soon()
                        .with(StateTable.Trait.SECRET_KEYS)
                        .with(StateTable.Trait.HISTORY));
    }
}
