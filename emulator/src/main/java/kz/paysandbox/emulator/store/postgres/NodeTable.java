package kz.paysandbox.emulator.store.postgres;

import java.nio.charset.StandardCharsets;
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
import javax.crypto.AEADBadTagException;
import javax.sql.DataSource;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.StoreKey;

/**
 * The nodes that share worlds, and which of them owns these. All times are the database's. What a node says of itself is
 * sealed: who can write the table and has not the key is no node.
 */
public final class NodeTable {

    /** How long a node counts as one after it was last seen. */
    private static final Duration ALIVE = Duration.ofSeconds(10);

    /** SQLSTATE of a lock that was waited for in vain. */
    private static final String LOCKED = "55P03";

    private static final String PLACE = "node ";

    private final DataSource pool;
    private final StoreKey key;

    NodeTable(DataSource pool, StoreKey key) {
        this.pool = pool;
        this.key = key;
    }

    /**
     * A running process.
     *
     * @param id drawn by the process
     * @param host where other nodes reach it
     * @param port of the listener for other nodes
     * @param fingerprint of the certificate that it shows there, SHA-256 in lower-case hexadecimal digits
     * @param loopback whether only its own machine reaches its listeners, so that its control surface demands no token
     */
    public record Node(String id, String host, int port, String fingerprint, boolean loopback) {

        private String text() {
            return host + "\n" + port + "\n" + fingerprint + "\n" + loopback;
        }

        private static Node of(String id, String text) {
            String[] parts = text.split("\n", -1);
            return new Node(id, parts[0], Integer.parseInt(parts[1]), parts[2], Boolean.parseBoolean(parts[3]));
        }
    }

    /** A node is there. */
    public void seen(Node node) {
        Transactions.<Boolean>in(pool, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("insert into node (id, sealed, alive_until)"
                    + " values (?, ?, clock_timestamp() + ? * interval '1 millisecond')"
                    + " on conflict (id) do update set alive_until = excluded.alive_until")) {
                statement.setString(1, node.id());
                statement.setBytes(2, sealed(node));
                statement.setLong(3, ALIVE.toMillis());
                statement.executeUpdate();
            }
            execute(connection, "delete from node where alive_until < clock_timestamp() - interval '1 minute'");
            return true;
        });
    }

    private byte[] sealed(Node node) {
        return key.seal(node.text().getBytes(StandardCharsets.UTF_8), PLACE + node.id())
                .array();
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
                        connection, "select id, sealed from node where alive_until > clock_timestamp() order by id"));
    }

    /** The node that owns the worlds and is ready to answer; empty where there is none at present. */
    public Optional<Node> owner() {
        return Transactions.in(
                pool,
                connection -> nodes(
                                connection,
                                "select id, sealed from node join ownership on ownership.node = node.id"
                                        + " where ready and held_until > clock_timestamp()")
                        .stream()
                        .findFirst());
    }

    private List<Node> nodes(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Node> nodes = new ArrayList<>();
            while (rows.next()) {
                opened(rows.getString(1), Bytes.wrap(rows.getBytes(2))).ifPresent(nodes::add);
            }
            return nodes;
        }
    }

    private Optional<Node> opened(String id, Bytes sealed) {
        try {
            return Optional.of(
                    Node.of(id, Bytes.wrap(key.open(sealed, PLACE + id)).text()));
        } catch (AEADBadTagException foreign) {
            return Optional.empty();
        }
    }

    /**
     * Begins a term, where nobody owns the worlds at present.
     *
     * @param length how long the term runs without a renewal
     * @param nanoTime the machine's, which only goes forward
     */
    public Optional<NodeLease> take(String node, Duration length, LongSupplier nanoTime) {
        if (!isFree()) {
            return Optional.empty();
        }
        long asked = nanoTime.getAsLong();
        OptionalLong term = begun(node, length);
        return term.isPresent()
                ? Optional.of(NodeLease.begin(this, term.getAsLong(), length, nanoTime, asked))
                : Optional.empty();
    }

    private boolean isFree() {
        return Transactions.in(pool, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select 1 from ownership where held_until < clock_timestamp()")) {
                return rows.next();
            }
        });
    }

    /** Waits for transactions of the term before, and ends those that do not end by themselves. */
    private OptionalLong begun(String node, Duration length) {
        return Transactions.in(pool, connection -> {
            try {
                execute(connection, "set local lock_timeout = '1s'");
                execute(connection, "select 1 from ownership for update");
                return next(connection, node, length);
            } catch (SQLException waiting) {
                if (!LOCKED.equals(waiting.getSQLState())) {
                    throw waiting;
                }
                connection.rollback();
                execute(
                        connection,
                        "select pg_terminate_backend(pid) from pg_locks where relation = 'ownership'::regclass"
                                + " and database = (select oid from pg_database where datname = current_database())"
                                + " and mode = 'RowShareLock' and granted and pid <> pg_backend_pid()"
                                + " and exists (select 1 from ownership where held_until < clock_timestamp())");
                return OptionalLong.empty();
            }
        });
    }

    private static OptionalLong next(Connection connection, String node, Duration length) throws SQLException {
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
    }

    /** Whether a term still ran; it does for its length from now. */
    boolean renew(long term, Duration length) {
        return changed(
                "update ownership set held_until = clock_timestamp() + " + length.toMillis()
                        + " * interval '1 millisecond' where term = ? and held_until > 'epoch'",
                term);
    }

    /** Whether a term still runs; other nodes now send callers to its owner. */
    boolean ready(long term) {
        return changed("update ownership set ready = true where term = ?", term);
    }

    /** Ends a term before its time, where it still runs. */
    void release(long term) {
        changed("update ownership set ready = false, held_until = 'epoch' where term = ?", term);
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
