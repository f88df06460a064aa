package kz.paysandbox.emulator.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** The nodes that share worlds, and which of them owns these. All times are the database's. */
public final class NodeTable {

    /** How long a node counts as one after it was last seen. */
    private static final Duration ALIVE = Duration.ofSeconds(10);

    /** How long who wants to take over waits for a transaction of who owned the worlds before. */
    private static final String PATIENCE = "set local lock_timeout = '1s'";

    private final DataSource pool;

    NodeTable(DataSource pool) {
        this.pool = pool;
    }

    /**
     * A running process.
     *
     * @param id drawn by the process
     * @param host where other nodes reach it
     * @param port of the listener for other nodes
     * @param fingerprint of the certificate that it shows there, SHA-256 in lower-case hexadecimal digits
     */
    public record Node(String id, String host, int port, String fingerprint) {}

    /** A node is there. */
    public void seen(Node node) {
        Transactions.<Boolean>in(pool, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into node (id, host, port, fingerprint, alive_until)"
                            + " values (?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')"
                            + " on conflict (id) do update set host = excluded.host, port = excluded.port,"
                            + " fingerprint = excluded.fingerprint, alive_until = excluded.alive_until")) {
                statement.setString(1, node.id());
                statement.setString(2, node.host());
                statement.setInt(3, node.port());
                statement.setString(4, node.fingerprint());
                statement.setLong(5, ALIVE.toMillis());
                statement.executeUpdate();
            }
            execute(connection, "delete from node where alive_until < clock_timestamp() - interval '1 minute'");
            return true;
        });
    }

    /** A node leaves. */
    public void gone(String id) {
        Transactions.<Boolean>in(pool, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from node where id = ?")) {
                statement.setString(1, id);
                statement.executeUpdate();
            }
            return true;
        });
    }

    /** Those that are there. */
    public List<Node> alive() {
        return Transactions.in(
                pool,
                connection -> nodes(
                        connection,
                        "select id, host, port, fingerprint from node where alive_until > clock_timestamp()"
                                + " order by id"));
    }

    /** The node that owns the worlds and is ready to answer; empty where there is none at present. */
    public Optional<Node> owner() {
        return Transactions.in(
                pool,
                connection -> nodes(
                                connection,
                                "select id, host, port, fingerprint from node join ownership on ownership.node = node.id"
                                        + " where ready and held_until > clock_timestamp()")
                        .stream()
                        .findFirst());
    }

    private static List<Node> nodes(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Node> nodes = new ArrayList<>();
            while (rows.next()) {
                nodes.add(new Node(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getString(4)));
            }
            return nodes;
        }
    }

    /**
     * Begins a term, where nobody owns the worlds at present.
     *
     * @param length how long the term runs without a renewal
     * @param nanoTime the machine's, which only goes forward
     */
    public Optional<NodeLease> take(String node, Duration length, LongSupplier nanoTime) {
        long asked = nanoTime.getAsLong();
        OptionalLong term = Transactions.in(pool, connection -> {
            execute(connection, PATIENCE);
            try (PreparedStatement statement =
                    connection.prepareStatement("update ownership set node = ?, term = term + 1, ready = false,"
                            + " held_until = clock_timestamp() + ? * interval '1 millisecond'"
                            + " where held_until < clock_timestamp() returning term")) {
                statement.setString(1, node);
                statement.setLong(2, length.toMillis());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
                }
            }
        });
        return term.isPresent()
                ? Optional.of(NodeLease.begin(this, term.getAsLong(), length, nanoTime, asked))
                : Optional.empty();
    }

    /** Whether a term still ran; it does for its length from now. */
    boolean renew(long term, Duration length) {
        return changed(
                "update ownership set held_until = clock_timestamp() + " + length.toMillis()
                        + " * interval '1 millisecond' where term = ?",
                term);
    }

    /** Whether a term still runs; other nodes now send callers to its owner. */
    boolean ready(long term) {
        return changed("update ownership set ready = true where term = ?", term);
    }

    /** Ends a term before its time. */
    boolean release(long term) {
        return changed("update ownership set ready = false, held_until = 'epoch' where term = ?", term);
    }

    private boolean changed(String sql, long term) {
        return Transactions.in(pool, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, term);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
