package kz.paysandbox.emulator.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.paysandbox.emulator.store.Database;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.StoreKey;
import kz.paysandbox.emulator.store.WorldRows;
import kz.paysandbox.emulator.store.Write;

/**
 * Worlds in a PostgreSQL database that several nodes share, as the node sees them that owns them for one term. Each
 * transaction looks whether the term still runs, so that nothing is written once another node has begun its own.
 */
final class PostgresDatabase implements Database {

    static final String LOST = "this node does not own the worlds any more: ask again, the node that does will answer";

    private final DataSource pool;
    private final NodeLease lease;

    PostgresDatabase(DataSource pool, NodeLease lease) {
        this.pool = pool;
        this.lease = lease;
    }

    /** Removes what a process left behind that ended while it made a world. */
    PostgresDatabase tidied() {
        this.<Boolean>inTerm(connection -> {
            try (WorldRows rows = new WorldRows(connection)) {
                rows.removeUnbegun();
            }
            return true;
        });
        return this;
    }

    @Override
    public List<Write.WorldBegins> worlds() {
        return read(WorldRows::worlds);
    }

    @Override
    public void batches(long world, Consumer<Write.Batch> reader) {
        var unused = read(rows -> {
            rows.batches(world, reader);
            return world;
        });
    }

    @Override
    public long lastOrdinal() {
        return read(WorldRows::lastOrdinal);
    }

    /** What is read of rows. */
    @FunctionalInterface
    private interface Reading<R> {
        R of(WorldRows rows) throws SQLException;
    }

    /** Not tried again: what was read of it may have been used. */
    private <R> R read(Reading<R> reading) {
        R read = Transactions.once(pool, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local idle_in_transaction_session_timeout = 0");
            }
            try (WorldRows rows = new WorldRows(connection)) {
                return reading.of(rows);
            }
        });
        lost().ifPresent(why -> {
            throw new StoreException(why);
        });
        return read;
    }

    @Override
    public void write(List<Write> writes) {
        this.<Boolean>inTerm(connection -> {
            try (WorldRows rows = new WorldRows(connection)) {
                rows.write(writes);
            }
            return true;
        });
    }

    /** Writes files of the home that all nodes have, all or none. */
    void keep(List<HomeFile> files, StoreKey key) {
        this.<Boolean>inTerm(connection -> {
            HomeFileRows.write(connection, files, key);
            return true;
        });
    }

    private <R> R inTerm(Transactions.Work<R> work) {
        lost().ifPresent(why -> {
            throw new StoreException(why);
        });
        return Transactions.in(pool, connection -> {
            if (!isInTerm(connection)) {
                throw new StoreException(LOST);
            }
            return work.in(connection);
        });
    }

    /** Who takes over waits until this transaction has ended; renewals do not. */
    private boolean isInTerm(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from ownership where term = ? for key share")) {
            statement.setLong(1, lease.term());
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public Optional<String> lost() {
        return lease.isHeld() ? Optional.empty() : Optional.of(LOST);
    }

    @Override
    public String remedy() {
        return "restore a backup of the database, or name another one";
    }

    /** The database does by itself what keeps it small and quick. */
    @Override
    public void tidy() {}

    /** The pool is closed by who opened it. */
    @Override
    public void close() {}
}
