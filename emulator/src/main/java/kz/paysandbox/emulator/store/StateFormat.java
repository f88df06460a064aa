package kz.paysandbox.emulator.store;

/** The format of values: rises with each release that writes them otherwise. Every earlier one can be read. */
final class StateFormat {

    /** What is written now. */
    static final int PRESENT = 1;

    /** What is to be done where kept worlds cannot be read. */
    static final String FOLDER_REMEDY = "restore a copy of the folder, or start with --fresh";

    /** What is to be done where a world's file cannot be read. */
    static final String FILE_REMEDY = "export the world anew";

    private StateFormat() {}

    /**
     * Whether a value can be read.
     *
     * @param remedy what is to be done otherwise
     * @throws StoreException where a later release has written it
     */
    static void check(int format, String remedy) {
        if (format > PRESENT) {
            throw new StoreException("it was written by a later release of the sandbox (format " + format
                    + ", this one reads up to " + PRESENT + "): use that release, or " + remedy);
        }
    }
}
