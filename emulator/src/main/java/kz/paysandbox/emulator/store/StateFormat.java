package kz.paysandbox.emulator.store;

/** The format of values: rises with each release that writes them otherwise. Every earlier one can be read. */
final class StateFormat {

    /** What is written now. */
    static final int PRESENT = 1;

    private StateFormat() {}

    /**
     * Whether a value can be read.
     *
     * @throws StoreException where a later release has written it
     */
    static void check(int format) {
        if (format > PRESENT) {
            throw new StoreException("the worlds were written by a later release of the sandbox (format " + format
                    + ", this one reads up to " + PRESENT + "): use that release, or start with --fresh");
        }
    }
}
