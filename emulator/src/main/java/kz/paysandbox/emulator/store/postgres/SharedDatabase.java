package kz.paysandbox.emulator.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.StoreKey;
import kz.paysandbox.emulator.store.WorldStore;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A PostgreSQL database whose worlds several nodes share. */
public final class SharedDatabase implements AutoCloseable {

    /** What an address begins with. */
    public static final String SCHEME = "jdbc:postgresql:";

    /** The writer's, the lease's, the node's own, and some to spare. */
    static final int CONNECTIONS = 6;

    /** How long a connection is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How long an answer of the database is waited for, in seconds. */
    private static final String ANSWER_SECONDS = "10";

    /** A process or machine that stops in a transaction must not hold up who takes its worlds over. */
    private static final String SESSION = "-c idle_in_transaction_session_timeout=4000 -c tcp_keepalives_idle=2"
            + " -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3";

    /** Tells a wrong key from the right one. */
    private static final HomeFile SEAL = new HomeFile("", false, Bytes.wrap("kzpay-sandbox".getBytes(UTF_8)));

    private final HikariDataSource pool;
    private final StoreKey key;

    private SharedDatabase(HikariDataSource pool, StoreKey key) {
        this.pool = pool;
        this.key = key;
    }

    /**
     * Where a database is.
     *
     * @param url as JDBC spells it, which may have user and password
     */
    public record Address(String url, Optional<String> user, Optional<String> password) {

        /** Without what may be secret. */
        @Override
        public String toString() {
            int parameters = url.indexOf('?');
            return parameters < 0 ? url : url.substring(0, parameters);
        }
    }

    /**
     * Opens a database, and brings its schema up to date.
     *
     * @param keyFile the key that all nodes have; made where neither it nor anything in the database is there
     * @throws StoreException where it cannot be used
     */
    public static SharedDatabase open(Address address, Path keyFile, SecureRandom random) {
        HikariDataSource pool = pool(address);
        try {
            migrate(pool, address);
            return new SharedDatabase(pool, key(pool, keyFile, random));
        } catch (RuntimeException unusable) {
            pool.close();
            throw unusable;
        }
    }

    private static HikariDataSource pool(Address address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("options", SESSION);
        config.setIsolateInternalQueries(true);
        config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
        config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        config.addDataSourceProperty("ApplicationName", "kzpay-sandbox");
        config.setPoolName("sandbox-worlds");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException unreachable) {
            String why = unreachable.getCause() instanceof SQLException cause
                    ? Transactions.words(cause)
                    : String.valueOf(unreachable.getMessage());
            throw new StoreException(
                    "the worlds in " + address + " cannot be opened: " + why
                            + "; look at the address, the user and the password",
                    unreachable);
        }
    }

    private static void migrate(HikariDataSource pool, Address address) {
        try {
            Flyway.configure(SharedDatabase.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:kz/paysandbox/emulator/store/schema/postgres")
                    .table("sandbox_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new StoreException(
                    "the worlds in " + address + " cannot be brought to this release's schema: " + failed.getMessage()
                            + "; use the release that wrote them, or a database or schema of their own",
                    failed);
        }
    }

    /** One node at a time: the first leaves what later ones try their key on. */
    private static StoreKey key(HikariDataSource pool, Path file, SecureRandom random) {
        return Transactions.in(pool, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table home_file in share row exclusive mode");
                boolean used;
                try (ResultSet rows = statement.executeQuery("select 1 from home_file limit 1")) {
                    used = rows.next();
                }
                if (used && Files.notExists(file)) {
                    throw new StoreException(
                            "the worlds of this database are sealed with a key that this node has not: copy"
                                    + " worlds/key of the home of a node that uses them to " + file
                                    + ", or name another place of it with --set store.key-file=FILE");
                }
                StoreKey key = StoreKey.of(file, random);
                if (used) {
                    var unused = HomeFileRows.read(connection, key);
                } else {
                    HomeFileRows.write(connection, List.of(SEAL), key);
                }
                return key;
            }
        });
    }

    DataSource pool() {
        return pool;
    }

    /** The nodes that share the worlds. */
    public NodeTable nodes() {
        return new NodeTable(pool, key);
    }

    /** The files that the homes of all nodes have in common. */
    public List<HomeFile> homeFiles() {
        return Transactions.in(pool, connection -> HomeFileRows.read(connection, key)).stream()
                .filter(file -> !file.name().isEmpty())
                .toList();
    }

    /**
     * Keeps files that the homes of all nodes have in common, all or none.
     *
     * @throws StoreException where another node owns the worlds meanwhile
     */
    public void keep(List<HomeFile> files, NodeLease lease) {
        new PostgresDatabase(pool, lease).keep(files, key);
    }

    /**
     * The worlds, for one term.
     *
     * @param nanoTime the machine's, which only goes forward
     */
    public WorldStore worlds(NodeLease lease, LongSupplier nanoTime) {
        return new WorldStore(new PostgresDatabase(pool, lease).tidied(), key, nanoTime);
    }

    @Override
    public void close() {
        pool.close();
    }
}
