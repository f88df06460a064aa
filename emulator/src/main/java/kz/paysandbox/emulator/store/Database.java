package kz.paysandbox.emulator.store;

import java.util.List;
import java.util.function.Consumer;

/** A database of worlds. One thread at a time uses it. */
interface Database extends AutoCloseable {

    /**
     * A world's row.
     *
     * @param id unique, not used twice
     * @param sealed what it is made with
     */
    record WorldRow(long id, int format, byte[] sealed) {}

    /** All worlds, by id. */
    List<WorldRow> worlds();

    /** The values of a world, in the order in which they were first written. */
    void values(long world, Consumer<KeptRow> reader);

    /**
     * Writes all or nothing; returns once it outlives the process.
     *
     * @throws StoreException where it cannot be written
     */
    void write(List<Write> writes);

    @Override
    void close();
}
