package kz.paysandbox.emulator.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A database of worlds. One thread at a time uses it. */
public interface Database extends AutoCloseable {

    /** What worlds are made with, by id. */
    List<Write.WorldBegins> worlds();

    /** The batches of a world, oldest first. */
    void batches(long world, Consumer<Write.Batch> reader);

    /** The highest ordinal of a batch; 0 where there is none. */
    long lastOrdinal();

    /**
     * Writes all or nothing; returns once it outlives the process.
     *
     * @throws StoreException where it cannot be written
     */
    void write(List<Write> writes);

    /** Why nothing that was read or written may be told any more; empty where it may. */
    default Optional<String> lost() {
        return Optional.empty();
    }

    /** What is to be done where what it has cannot be read. */
    default String remedy() {
        return StateFormat.FOLDER_REMEDY;
    }

    /** Does what keeps the database small and quick, which may take some milliseconds. */
    void tidy();

    @Override
    void close();
}
