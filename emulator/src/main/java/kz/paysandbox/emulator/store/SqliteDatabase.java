package kz.paysandbox.emulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Worlds in one SQLite file, for one process. A transaction that was committed outlives the process; the operating
 * system's own crash may take the latest ones, never the file's order (WAL, synchronous=NORMAL).
 */
final class SqliteDatabase implements Database {

    /** The version of the schema that this release uses, as the file's user_version has it. */
    private static final int SCHEMA = 1;

    private static final int BUSY_MILLIS = 3_000;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    private SqliteDatabase(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        connection.setAutoCommit(false);
        this.begin = connection.prepareStatement(
                "insert into world (id, name, format, sealed) values (?, ?, ?, ?)"
                        + " on conflict (id) do update set format = excluded.format, sealed = excluded.sealed");
        this.put = connection.prepareStatement(
                "insert into value (world, kind, name, format, sealed) values (?, ?, ?, ?, ?)"
                        + " on conflict (world, kind, name)"
                        + " do update set format = excluded.format, sealed = excluded.sealed");
        this.remove = connection.prepareStatement("delete from value where world = ? and kind = ? and name = ?");
    }

    /**
     * Opens a file, which is made where it is not there.
     *
     * @throws StoreException where another process has it open, or it is damaged
     */
    static SqliteDatabase open(Path file) {
        try {
            Files.createDirectories(file.getParent());
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

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public List<WorldRow> worlds() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, format, sealed from world order by id")) {
            List<WorldRow> worlds = new ArrayList<>();
            while (rows.next()) {
                worlds.add(new WorldRow(rows.getLong(1), rows.getInt(2), rows.getBytes(3)));
            }
            return worlds;
        } catch (SQLException unreadable) {
            throw unusable(file, unreadable);
        }
    }

    @Override
    public void values(long world, Consumer<KeptRow> reader) {
        try (PreparedStatement statement = connection.prepareStatement(
                "select kind, name, format, sealed from value where world = ? order by ordinal")) {
            statement.setLong(1, world);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(
                            new KeptRow(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getBytes(4)));
                }
            }
        } catch (SQLException unreadable) {
            throw unusable(file, unreadable);
        }
    }

    @Override
    public void write(List<Write> writes) {
        try {
            for (Write write : writes) {
                execute(write);
            }
            connection.commit();
        } catch (SQLException failed) {
            undo(failed);
            throw unusable(file, failed);
        }
    }

    private void execute(Write write) throws SQLException {
        if (write instanceof Write.Put value) {
            put.setLong(1, value.world());
            put.setString(2, value.row().table());
            put.setString(3, value.row().key());
            put.setInt(4, value.row().format());
            put.setBytes(5, value.row().sealed());
            put.executeUpdate();
        } else if (write instanceof Write.Removed value) {
            remove.setLong(1, value.world());
            remove.setString(2, value.table());
            remove.setString(3, value.key());
            remove.executeUpdate();
        } else if (write instanceof Write.WorldBegins world) {
            begin.setLong(1, world.id());
            begin.setString(2, world.name());
            begin.setInt(3, world.format());
            begin.setBytes(4, world.sealed());
            begin.executeUpdate();
        } else if (write instanceof Write.WorldEnds world) {
            delete("delete from value where world = ?", world.id());
            delete("delete from world where id = ?", world.id());
        }
    }

    private void delete(String sql, long world) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, world);
            statement.executeUpdate();
        }
    }

    private void undo(SQLException failed) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
    }

    private static StoreException unusable(Path file, SQLException problem) {
        SQLiteErrorCode code =
                problem instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String words = SqliteProblems.words(file, code, String.valueOf(problem.getMessage()));
        return new StoreException(words, problem);
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
