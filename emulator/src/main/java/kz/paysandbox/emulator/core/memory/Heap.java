package kz.paysandbox.emulator.core.memory;

/** The memory that everything callers send lives in. */
public interface Heap {

    /** Whether so little is free after a collection that nothing more may be stored. */
    boolean isFull();

    /** An allocation failed. What was going on then is in no known state; a process of its own ends here. */
    void exhausted(OutOfMemoryError error);

    /** One that is never full: for a sandbox inside another program, whose heap is that program's. */
    static Heap unwatched() {
        return new Heap() {
            @Override
            public boolean isFull() {
                return false;
            }

            @Override
            public void exhausted(OutOfMemoryError error) {}
        };
    }
}
