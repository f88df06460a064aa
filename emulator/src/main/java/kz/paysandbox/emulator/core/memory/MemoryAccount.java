package kz.paysandbox.emulator.core.memory;

/**
 * The bytes that one collection of a world holds. Nothing of it is called while the collection's own lock is held: to make
 * room, entries of other collections and worlds are let go under theirs.
 */
public final class MemoryAccount {

    /** Lets the oldest entry go that may, and gives its bytes back; false where none may. */
    @FunctionalInterface
    public interface Evictor {
        boolean evictOldest();
    }

    private final WorldShare share;
    private final Room room;
    private final Evictor evictor;
    private long held;
    private boolean closed;

    MemoryAccount(WorldShare share, Room room, Evictor evictor) {
        this.share = share;
        this.room = room;
        this.evictor = evictor;
    }

    /** One that counts and bounds nothing. */
    public static MemoryAccount unbounded() {
        return WorldMemory.unbounded().account(MemoryKind.PAYMENTS, () -> false);
    }

    /**
     * Counts an entry that is about to be kept; the oldest others go where there is no room.
     *
     * @return false where there is none and nothing may go: then nothing is counted, and it may not be kept
     */
    public boolean take(long bytes) {
        change(bytes);
        if (!hasRoom(room) || !hasRoom(Room.ALL)) {
            change(-bytes);
            return false;
        }
        return true;
    }

    /** Counts what is kept in any case, as an entry that grows; the oldest go where there is no room. */
    public void keep(long bytes) {
        if (bytes != 0) {
            change(bytes);
            if (bytes > 0 && share.isOver(Room.ALL)) {
                share.makeRoom(Room.ALL);
            }
        }
    }

    /** Counts an entry that is gone. Needs no room, so it may be called under the collection's lock. */
    public void give(long bytes) {
        change(-bytes);
    }

    private boolean hasRoom(Room which) {
        if (share.isOver(which)) {
            share.makeRoom(which);
        }
        return !share.isOver(which);
    }

    Room room() {
        return room;
    }

    /** Bytes counted now. */
    public synchronized long held() {
        return held;
    }

    boolean evictOldest() {
        return held() > 0 && evictor.evictOldest();
    }

    private synchronized void change(long bytes) {
        if (!closed) {
            held += bytes;
            share.add(room, bytes);
        }
    }

    synchronized void close() {
        share.add(room, -held);
        held = 0;
        closed = true;
    }
}
