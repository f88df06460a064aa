package kz.paysandbox.emulator.core.memory;

/** The room that a collection's entries have in a budget. */
enum Room {
    /** For entries that may stay for good: three quarters, so that there is always room for the others. */
    LASTING(3),
    /** For all entries: the whole budget. */
    ALL(4);

    private static final int QUARTER = 4;

    private final int quarters;

    Room(int quarters) {
        this.quarters = quarters;
    }

    long of(long bytes) {
        return bytes / QUARTER * quarters;
    }

    /** Whether entries of a collection with this other room take room here. */
    boolean has(Room other) {
        return this == ALL || other == LASTING;
    }
}
