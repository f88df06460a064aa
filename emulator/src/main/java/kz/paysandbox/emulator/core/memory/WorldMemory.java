package kz.paysandbox.emulator.core.memory;

import java.util.EnumMap;
import java.util.Map;

/** The bytes that one world holds, by kind. */
public final class WorldMemory {

    private final Map<MemoryKind, WorldShare> shares = new EnumMap<>(MemoryKind.class);

    WorldMemory(Map<MemoryKind, MemoryBudget> budgets) {
        budgets.forEach((kind, budget) -> shares.put(kind, new WorldShare(budget)));
    }

    /** With as many bytes as there are. */
    public static WorldMemory unbounded() {
        return ServerMemory.unbounded().ofWorld();
    }

    /** An account for a collection whose oldest entries may always go. */
    public MemoryAccount account(MemoryKind kind, MemoryAccount.Evictor evictor) {
        return share(kind).open(Room.ALL, evictor);
    }

    /**
     * An account for a collection with entries that may not go; all of these have three quarters of the room.
     *
     * @param evictor lets go what may
     */
    public MemoryAccount lasting(MemoryKind kind, MemoryAccount.Evictor evictor) {
        return share(kind).open(Room.LASTING, evictor);
    }

    /** Bytes of a kind that the world holds now. */
    public long held(MemoryKind kind) {
        return share(kind).held(Room.ALL);
    }

    /** The world is gone, and holds nothing. */
    public void close() {
        shares.values().forEach(WorldShare::close);
    }

    private WorldShare share(MemoryKind kind) {
        WorldShare share = shares.get(kind);
        if (share == null) {
            throw new IllegalStateException("no budget of " + kind);
        }
        return share;
    }
}
