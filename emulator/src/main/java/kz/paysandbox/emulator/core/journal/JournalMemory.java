package kz.paysandbox.emulator.core.journal;

/**
 * The bytes that journals may hold.
 *
 * @param world of one world, entries of callers with credentials
 * @param callers of all worlds together, entries of callers with credentials
 * @param strangers of all worlds together, entries of callers without credentials
 */
public record JournalMemory(long world, JournalBudget callers, JournalBudget strangers) {

    private static final int PERCENT = 100;
    private static final int WORLD_PART = 2;
    private static final int STRANGERS_PART = 8;

    /** As much as there is. */
    public static JournalMemory unbounded() {
        return new JournalMemory(Long.MAX_VALUE, new JournalBudget(Long.MAX_VALUE), new JournalBudget(Long.MAX_VALUE));
    }

    /**
     * A share of the heap: one world may hold half of it, callers without credentials an eighth more.
     *
     * @param heap bytes
     * @param percent of the heap, from 0 to 100
     */
    public static JournalMemory ofHeap(long heap, int percent) {
        long all = heap / PERCENT * percent;
        return new JournalMemory(all / WORLD_PART, new JournalBudget(all), new JournalBudget(all / STRANGERS_PART));
    }

    /** Bytes that all journals hold now. */
    public long held() {
        return callers.held() + strangers.held();
    }
}
