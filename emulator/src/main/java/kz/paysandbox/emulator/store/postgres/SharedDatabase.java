package kz.paysandbox.emulator.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
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

    /** The writer's, the lease's, the node's own and one to spare. */
    private static final int CONNECTIONS = 4;

    /** How long a connection is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How long an answer of the database is waited for, in seconds. */
    private static final String ANSWER_SECONDS = "30";

    /** A process that stops in a transaction must not hold up who takes its worlds over. */
    private static final String SESSION = "set idle_in_transaction_session_timeout = '4s'";

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
            boolean present = Files.exists(keyFile);
            SharedDatabase database = new SharedDatabase(pool, key(pool, keyFile, random));
            try {
                database.checkKey();
            } catch (StoreException foreign) {
                if (!present) {
                    Files.deleteIfExists(keyFile);
                }
                throw foreign;
            }
            return database;
        } catch (IOException stuck) {
            pool.close();
            throw new StoreException(keyFile + " is of no use and cannot be removed: " + stuck.getMessage(), stuck);
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
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
        config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        config.addDataSourceProperty("ApplicationName", "kzpay-sandbox");
        config.setPoolName("sandbox-worlds");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException unreachable) {
            String why = unreachable.getCause() instanceof java.sql.SQLException cause
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

    private static StoreKey key(HikariDataSource pool, Path file, SecureRandom random) {
        if (Files.notExists(file) && isUsed(pool)) {
            throw new StoreException("the worlds of this database are sealed with a key that this node has not: copy"
                    + " worlds/key of the home of a node that uses them to " + file
                    + ", or name another place of it with --set store.key-file=FILE");
        }
        return StoreKey.of(file, random);
    }

    private static boolean isUsed(HikariDataSource pool) {
        return Transactions.in(pool, connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select 1 from home_file limit 1")) {
                return rows.next();
            }
        });
    }

    /** The first node leaves what later ones try their key on. */
    private void checkKey() {
        Transactions.<Boolean>in(pool, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("lock table home_file in share row exclusive mode");
            }
            if (HomeFileRows.read(connection, key).isEmpty()) {
                HomeFileRows.write(connection, List.of(SEAL), key);
            }
            return true;
        });
    }

    /** The nodes that share the worlds. */
    public NodeTable nodes() {
        return new NodeTable(pool);
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
