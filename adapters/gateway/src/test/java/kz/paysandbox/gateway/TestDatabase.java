package kz.paysandbox.gateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** The databases that the gateway works on; each {@link #settings} is of a new, empty one. */
public enum TestDatabase {
    H2,
    POSTGRES;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int CONNECTIONS = 8;

    /** One PostgreSQL for the run; it ends with the program. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The gateway's settings for a new database; an H2 file lies in the folder. */
    public Map<String, String> settings(Path data) {
        if (this == H2) {
            return Map.of("kzpay.gateway.data", data.toString());
        }
        String name = created();
        return Map.of(
                "kzpay.gateway.data",
                data.toString(),
                "kzpay.gateway.database.url",
                "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name,
                "kzpay.gateway.database.user",
                "postgres",
                "kzpay.gateway.database.password",
                "postgres");
    }

    /** A new database, in memory for H2; opened twice it is the same one, as by a second node. */
    public GatewayDatabase.Address address() {
        return this == H2
                ? new GatewayDatabase.Address(
                        "jdbc:h2:mem:gateway" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1",
                        Optional.empty(),
                        Optional.empty(),
                        CONNECTIONS)
                : new GatewayDatabase.Address(
                        Server.POSTGRES.getJdbcUrl("postgres", created()),
                        Optional.of("postgres"),
                        Optional.empty(),
                        CONNECTIONS);
    }

    private static String created() {
        String name = "gateway" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** A new database, opened. */
    public GatewayDatabase open(Clock clock) {
        return GatewayDatabase.open(address(), Optional.empty(), clock);
    }
}
