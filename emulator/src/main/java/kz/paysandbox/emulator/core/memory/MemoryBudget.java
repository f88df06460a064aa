package kz.paysandbox.emulator.core.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes of one kind that all worlds share: where they are too many, the fullest worlds lose their oldest entries. */
final class MemoryBudget {

    /** More than is needed is made free, so that this is rarely looked for: a part of all in so many. */
    private static final int SPARE = 64;

    /** A world loses at most one part in so many at once. */
    private static final int SHED = 8;

    private final long world;
    private final long most;
    private final Held held = new Held();
    private final Set<WorldShare> shares = ConcurrentHashMap.newKeySet();
    private final ReentrantLock evicting = new ReentrantLock();

    /**
     * @param world bytes of one world
     * @param most bytes of all worlds together
     */
    MemoryBudget(long world, long most) {
        this.world = world;
        this.most = most;
    }

    long world() {
        return world;
    }

    long most() {
        return most;
    }

    long held() {
        return held.in(Room.ALL);
    }

    boolean isOver(Room room) {
        return held.in(room) > room.of(most);
    }

    void add(Room room, long bytes) {
        held.add(room, bytes);
    }

    void join(WorldShare share) {
        shares.add(share);
    }

    void leave(WorldShare share) {
        shares.remove(share);
    }

    /** Until enough is free or nothing may go. One at a time, so that callers who come meanwhile take nothing more away. */
    void makeRoom(Room room) {
        evicting.lock();
        try {
            boolean freed = true;
            while (freed && isOver(room)) {
                freed = shed(room);
            }
        } finally {
            evicting.unlock();
        }
    }

    /** From the fullest world down; false where nothing could go. */
    private boolean shed(Room room) {
        long enough = room.of(most) - most / SPARE;
        List<WorldShare> fullestFirst = shares.stream()
                .sorted(Comparator.<WorldShare>comparingLong(share -> share.held(room))
                        .reversed())
                .toList();
        boolean freed = false;
        for (WorldShare share : fullestFirst) {
            if (held.in(room) <= enough) {
                return true;
            }
            freed |= share.shrink(room, share.held(room) - share.held(room) / SHED);
        }
        return freed;
    }
}
