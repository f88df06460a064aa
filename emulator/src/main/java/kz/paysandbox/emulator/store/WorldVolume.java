package kz.paysandbox.emulator.store;

import kz.paysandbox.emulator.core.state.StateTable;

/**
 * How much of a world's batches is superseded, about; what is in windows will be. Looked at each time they have grown by a
 * part, since counting what a world holds takes time.
 */
final class WorldVolume {

    private static final long MEGABYTE = 1 << 20;

    /** Less than this is not worth the work, in bytes. */
    private static final long LEAST_WASTE = 32 * MEGABYTE;

    private static final long STEP = 16 * MEGABYTE;

    private final WorldLog world;
    private long bytes;
    private long windows;
    private long values;
    private long nextLook = LEAST_WASTE;

    WorldVolume(WorldLog world) {
        this.world = world;
    }

    /** So much more is in its batches. */
    void add(StateTable.Urgency urgency, long size) {
        bytes += size;
        if (urgency == StateTable.Urgency.WINDOW) {
            windows += size;
        } else {
            values++;
        }
    }

    /** Whether more than half of it is superseded. */
    boolean isWasteful() {
        if (bytes < nextLook) {
            return false;
        }
        nextLook = bytes + STEP;
        long live = (bytes - windows) * Math.min(values, world.values()) / Math.max(1, values);
        return bytes - live > Math.max(LEAST_WASTE, live);
    }

    /** All of it was written anew. */
    void restart() {
        bytes = 0;
        windows = 0;
        values = 0;
        nextLook = LEAST_WASTE;
    }
}
