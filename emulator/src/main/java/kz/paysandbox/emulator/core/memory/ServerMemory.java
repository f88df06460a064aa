package kz.paysandbox.emulator.core.memory;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The bytes that all worlds of a server may hold, by kind; one world may hold three quarters of them. */
public final class ServerMemory {

    private static final int PERCENT = 100;
    private static final int QUARTER = 4;

    /** What the server itself needs, whatever it is sent. */
    private static final long OWN_BYTES = 32L * 1024 * 1024;

    private final Map<MemoryKind, MemoryBudget> budgets = new EnumMap<>(MemoryKind.class);

    private ServerMemory() {}

    /** As much as there is. */
    public static ServerMemory unbounded() {
        ServerMemory memory = new ServerMemory();
        for (MemoryKind kind : MemoryKind.values()) {
            memory.budgets.put(kind, new MemoryBudget(Long.MAX_VALUE, Long.MAX_VALUE));
        }
        return memory;
    }

    /**
     * Shares of the heap without 32 MB, or of a quarter of it where it is small.
     *
     * @param heap bytes
     * @param percent of the heap, by kind
     */
    public static ServerMemory ofHeap(long heap, ToIntFunction<MemoryKind> percent) {
        ServerMemory memory = new ServerMemory();
        for (MemoryKind kind : MemoryKind.values()) {
            long all = Math.max(heap / QUARTER, heap - OWN_BYTES) / PERCENT * percent.applyAsInt(kind);
            memory.budgets.put(kind, new MemoryBudget(all - all / QUARTER, all));
        }
        return memory;
    }

    /** The part of a new world. */
    public WorldMemory ofWorld() {
        return new WorldMemory(budgets);
    }

    /** Bytes of a kind that all worlds may hold. */
    public long most(MemoryKind kind) {
        return budget(kind).most();
    }

    /** Bytes of a kind that all worlds hold now. */
    public long held(MemoryKind kind) {
        return budget(kind).held();
    }

    private MemoryBudget budget(MemoryKind kind) {
        MemoryBudget budget = budgets.get(kind);
        if (budget == null) {
            throw new IllegalStateException("no budget of " + kind);
        }
        return budget;
    }
}
