package kz.paysandbox.emulator.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;

/** The tasks by name that are not done yet, those that are being done included. */
final class KeptTasks {

    private final ChangeSignal signal = new ChangeSignal();
    private final Map<Long, KeptTask> undone = new TreeMap<>();

    synchronized void add(KeptTask task) {
        signal.changing(task.ordinal());
        undone.put(task.ordinal(), task);
    }

    synchronized void done(long ordinal) {
        if (undone.containsKey(ordinal)) {
            signal.changing(ordinal);
            undone.remove(ordinal);
        }
    }

    synchronized Optional<KeptTask> find(String ordinal) {
        return Optional.ofNullable(undone.get(Long.parseLong(ordinal)));
    }

    /** By ordinal. */
    synchronized List<String> keys() {
        return undone.keySet().stream().map(String::valueOf).toList();
    }

    /**
     * These tasks, to be kept outside the process.
     *
     * @param restore takes one back
     */
    StateTable<KeptTask> table(Consumer<KeptTask> restore) {
        return StateTable.of("world.tasks", KeptTask.class, new KeyedValues<>(signal, this::find, this::keys, restore));
    }
}
