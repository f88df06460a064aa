package kz.paysandbox.emulator.core.faults;

import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.data.ShortKey;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;

/** How many calls there were of each endpoint and device or invoice, bounded: what a share draws follows from it. */
final class CallCounts {

    private static final int MOST = 100_000;

    private final ChangeSignal signal = new ChangeSignal();
    private final LruCache<String, Long> counts;

    /**
     * A count, as it is kept outside the process.
     *
     * @param thread the endpoint, with the device or invoice
     */
    record Count(String thread, long calls) {}

    CallCounts(WorldMemory memory) {
        this.counts = new LruCache<>(MOST, memory, MemoryKind.RULES, Long.BYTES);
    }

    /** The number of a call, from 1. */
    synchronized long next(CallAttributes attributes) {
        String thread = ShortKey.of(attributes.endpoint() + "|" + attributes.thread());
        signal.changing(thread);
        return counts.update(thread, 0L, before -> before + 1);
    }

    /** These counts, to be kept outside the process. */
    StateTable<Count> table() {
        return StateTable.of(
                        "world.fault-calls",
                        Count.class,
                        new KeyedValues<>(signal, this::find, counts::keys, this::restore))
                .with(StateTable.Trait.SECRET_KEYS);
    }

    private synchronized Optional<Count> find(String thread) {
        return counts.find(thread).map(calls -> new Count(thread, calls));
    }

    private synchronized void restore(Count kept) {
        counts.put(kept.thread(), kept.calls());
    }
}
