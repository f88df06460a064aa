package kz.paysandbox.emulator.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server for one test class, with a new database for each test. */
public final class PostgresServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final AtomicInteger databases = new AtomicInteger();
    private Optional<EmbeddedPostgres> server = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = Optional.of(EmbeddedPostgres.start());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        databases.incrementAndGet();
        execute("postgres", "create database " + name());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.orElseThrow().close();
    }

    private String name() {
        return "test_" + databases.get();
    }

    /** Of this test's database. */
    public String url() {
        return server.orElseThrow().getJdbcUrl("postgres", name());
    }

    public SharedDatabase.Address address() {
        return new SharedDatabase.Address(url(), Optional.empty(), Optional.of("of no meaning here"));
    }

    /** A copy of this test's database, in which everything has the same numbers; nobody may be connected. */
    Connection copy() throws SQLException {
        execute("postgres", "create database " + name() + "_copy template " + name());
        return server.orElseThrow().getDatabase("postgres", name() + "_copy").getConnection();
    }

    /** Executes a statement in this test's database. */
    public void execute(String sql) {
        execute(name(), sql);
    }

    private void execute(String database, String sql) {
        try (Connection connection =
                        server.orElseThrow().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of all rows, as text. */
    public String all(String sql) {
        StringBuilder all = new StringBuilder();
        try (Connection connection =
                        server.orElseThrow().getDatabase("postgres", name()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
            return all.toString();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Every connection to this test's database breaks, as where the server is started anew. */
    public void breakConnections() {
        execute("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");
    }

    /** Nobody can connect to this test's database, or everybody again. */
    public void allowConnections(boolean allowed) {
        execute("postgres", "alter database " + name() + " allow_connections " + allowed);
        if (!allowed) {
            breakConnections();
        }
    }
}
