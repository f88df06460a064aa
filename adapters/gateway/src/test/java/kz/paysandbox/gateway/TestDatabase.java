package kz.paysandbox.gateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the gateway works on; each {@link #settings} is of a new, empty one. */
public enum TestDatabase {
    H2,
    POSTGRES;

    private static final AtomicInteger COUNT = new AtomicInteger();

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
        String name = "gateway" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
}
