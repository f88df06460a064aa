package kz.paysandbox.emulator.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.data.Bytes;

/** The rows of worlds, by statements that every database of worlds understands. It commits nothing. */
public final class WorldRows implements AutoCloseable {

    /** Rows that are fetched at a time, where the database fetches them in parts. */
    private static final int FETCHED = 100;

    private final Connection connection;
    private final PreparedStatement batch;

    /**
     * Of a connection that does not commit by itself.
     *
     * @throws SQLException where it has no such rows
     */
    public WorldRows(Connection connection) throws SQLException {
        this.connection = connection;
        this.batch =
                connection.prepareStatement("insert into batch (ordinal, world, format, sealed) values (?, ?, ?, ?)");
    }

    /** Batches of worlds that never began, as where the process ended meanwhile, are removed. */
    public void removeUnbegun() throws SQLException {
        execute("delete from batch where world not in (select id from world)");
    }

    /** What worlds are made with, by id. */
    public List<Write.WorldBegins> worlds() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, format, sealed from world order by id")) {
            List<Write.WorldBegins> worlds = new ArrayList<>();
            while (rows.next()) {
                worlds.add(new Write.WorldBegins(rows.getLong(1), rows.getInt(2), Bytes.wrap(rows.getBytes(3))));
            }
            return worlds;
        }
    }

    /** The batches of a world, oldest first. */
    public void batches(long world, Consumer<Write.Batch> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select ordinal, format, sealed from batch where world = ? order by ordinal")) {
            statement.setLong(1, world);
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(
                            new Write.Batch(rows.getLong(1), world, rows.getInt(2), Bytes.wrap(rows.getBytes(3))));
                }
            }
        }
    }

    /** The highest ordinal of a batch; 0 where there is none. */
    public long lastOrdinal() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select coalesce(max(ordinal), 0) from batch")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Writes them in their order. */
    public void write(List<Write> writes) throws SQLException {
        int gathered = 0;
        for (Write write : writes) {
            if (write instanceof Write.Batch values) {
                gather(values);
                gathered++;
            } else {
                gathered = send(gathered);
                execute(write);
            }
        }
        send(gathered);
    }

    private void gather(Write.Batch values) throws SQLException {
        batch.setLong(1, values.ordinal());
        batch.setLong(2, values.world());
        batch.setInt(3, values.format());
        batch.setBytes(4, values.sealed().array());
        batch.addBatch();
    }

    private int send(int gathered) throws SQLException {
        if (gathered > 0) {
            batch.executeBatch();
        }
        return 0;
    }

    private void execute(Write write) throws SQLException {
        if (write instanceof Write.WorldBegins world) {
            execute(world);
        } else if (write instanceof Write.WorldEnds world) {
            execute("delete from batch where world = " + world.world());
            execute("delete from world where id = " + world.world());
        } else if (write instanceof Write.Superseded old) {
            execute("delete from batch where world = " + old.world() + " and ordinal < " + old.before());
        }
    }

    private void execute(Write.WorldBegins world) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into world (id, format, sealed) values (?, ?, ?) on conflict (id)"
                        + " do update set format = excluded.format, sealed = excluded.sealed")) {
            statement.setLong(1, world.world());
            statement.setInt(2, world.format());
            statement.setBytes(3, world.sealed().array());
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        batch.close();
    }
}
