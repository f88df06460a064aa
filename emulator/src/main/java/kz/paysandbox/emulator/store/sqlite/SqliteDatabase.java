package kz.paysandbox.emulator.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import kz.paysandbox.emulator.store.Database;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.WorldRows;
import kz.paysandbox.emulator.store.Write;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Worlds in one SQLite file, for one process. A transaction that was committed outlives the process; a crash of the
 * operating system may take the latest ones, never the file's order (WAL, synchronous=NORMAL).
 */
final class SqliteDatabase implements Database {

    /** The version of the schema that this release uses, as the file's user_version has it. */
    private static final int SCHEMA = 1;

    private static final int BUSY_MILLIS = 3_000;

    /** What callers are told of: where the file is concerns who runs the sandbox. */
    private static final Path NAME = Path.of("worlds.db");

    private final Path file;
    private final Connection connection;
    private final WorldRows rows;

    private SqliteDatabase(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        connection.setAutoCommit(false);
        this.rows = new WorldRows(connection);
        rows.removeUnbegun();
        connection.commit();
    }

    /**
     * Opens a file, which is made where it is not there.
     *
     * @throws StoreException where another process has it open, or it is damaged
     */
    static SqliteDatabase open(Path file) {
        try {
            makeFolder(file.resolveSibling(""));
            return new SqliteDatabase(file, SqliteSchema.connect(file, SCHEMA, () -> connect(file)));
        } catch (IOException unusable) {
            throw new StoreException(
                    file.getParent() + " cannot hold worlds: " + unusable.getMessage()
                            + "; name another folder with --home, or start with --store memory",
                    unusable);
        } catch (SQLException unusable) {
            throw unusable(file, unusable);
        }
    }

    /** Makes a folder that only its owner may look into, where the file system knows owners; one that is there stays. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /**
     * Looks whether a file may be moved; one that is damaged may.
     *
     * @throws StoreException where another process has it open
     */
    static void checkUnused(Path file) {
        if (Files.exists(file)) {
            try (Connection connection = connect(file)) {
                execute(connection, "select count(*) from sqlite_master");
            } catch (SQLException problem) {
                if (SqliteProblems.isInUse(code(problem))) {
                    throw unusable(file, problem);
                }
            }
        }
    }

    /** The log is brought into the file by {@link #tidy}, and not by whichever transaction makes it long. */
    private static Connection connect(Path file) throws SQLException {
        NativeLibrary.loadFrom(file.resolveSibling(""));
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        execute(connection, "pragma wal_autocheckpoint = 0");
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public List<Write.WorldBegins> worlds() {
        return read(rows::worlds);
    }

    @Override
    public void batches(long world, Consumer<Write.Batch> reader) {
        var unused = read(() -> {
            rows.batches(world, reader);
            return world;
        });
    }

    @Override
    public long lastOrdinal() {
        return read(rows::lastOrdinal);
    }

    /** What is read from the file. */
    @FunctionalInterface
    private interface Reading<R> {
        R read() throws SQLException;
    }

    private <R> R read(Reading<R> reading) {
        try {
            return reading.read();
        } catch (SQLException unreadable) {
            throw unusable(file, unreadable);
        }
    }

    @Override
    public void write(List<Write> writes) {
        try {
            rows.write(writes);
            connection.commit();
        } catch (SQLException failed) {
            undo(failed);
            throw unusable(NAME, failed);
        }
    }

    private void undo(SQLException failed) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
    }

    @Override
    public void tidy() {
        try {
            connection.setAutoCommit(true);
            try {
                execute(connection, "pragma wal_checkpoint(passive)");
            } finally {
                connection.setAutoCommit(false);
            }
        } catch (SQLException failed) {
            throw unusable(file, failed);
        }
    }

    private static StoreException unusable(Path file, SQLException problem) {
        String words = SqliteProblems.words(file, code(problem), String.valueOf(problem.getMessage()));
        return new StoreException(words, problem);
    }

    private static SQLiteErrorCode code(SQLException problem) {
        return problem instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException unclosed) {
            throw unusable(file, unclosed);
        }
    }
}
