package kz.paysandbox.emulator.core.memory;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one world holds of one kind. */
final class WorldShare {

    /** A collection that holds less than one part in so many of the world's share loses something last. */
    private static final int SMALL = 128;

    private final MemoryBudget budget;
    private final Held held = new Held();
    private final List<MemoryAccount> accounts = new CopyOnWriteArrayList<>();

    WorldShare(MemoryBudget budget) {
        this.budget = budget;
        budget.join(this);
    }

    MemoryAccount open(Room room, MemoryAccount.Evictor evictor) {
        MemoryAccount account = new MemoryAccount(this, room, evictor);
        accounts.add(account);
        return account;
    }

    long held(Room room) {
        return held.in(room);
    }

    void add(Room room, long bytes) {
        held.add(room, bytes);
        budget.add(room, bytes);
    }

    boolean isOver(Room room) {
        return held.in(room) > room.of(budget.world()) || budget.isOver(room);
    }

    /** Lets old entries go until this world and all together have no more than they may, or nothing may go. */
    void makeRoom(Room room) {
        var unused = shrink(room, room.of(budget.world()));
        if (budget.isOver(room)) {
            budget.makeRoom(room);
        }
    }

    /** Lets old entries go, of the fullest collection first, down to so many bytes; false where none may go. */
    boolean shrink(Room room, long least) {
        boolean freed = false;
        boolean more = true;
        while (more && held.in(room) > least) {
            more = evictOldest(room, budget.world() / SMALL) || evictOldest(room, 0);
            freed |= more;
        }
        return freed;
    }

    private boolean evictOldest(Room room, long small) {
        return accounts.stream()
                .filter(account -> room.has(account.room()) && account.held() > small)
                .sorted(Comparator.comparingLong(MemoryAccount::held).reversed())
                .anyMatch(MemoryAccount::evictOldest);
    }

    /** The world is gone: what it held is free, and what comes late counts nowhere. */
    void close() {
        budget.leave(this);
        accounts.forEach(MemoryAccount::close);
    }
}
