package kz.paysandbox.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** New databases of H2 in memory, whose tables are copied from a first one: quicker than migrating each of them. */
public final class MemoryDatabase {
    private static final int CONNECTIONS = 4;

    private MemoryDatabase() {}

    /** The tables as a script; made once. */
    private static final class Tables {
        static final Path SCRIPT = script();

        private static Path script() {
            GatewayDatabase.Address address = address();
            try (GatewayDatabase first = GatewayDatabase.open(address, Optional.empty(), Clock.systemUTC())) {
                Path script = Files.createTempFile("tables", ".sql");
                script.toFile().deleteOnExit();
                if (first.reachable()) {
                    execute(address, "script to '" + script + "'");
                }
                return script;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new one, opened. */
    public static GatewayDatabase open(Clock clock) {
        GatewayDatabase.Address address = address();
        execute(address, "runscript from '" + Tables.SCRIPT + "'");
        return GatewayDatabase.open(address, Optional.empty(), clock);
    }

    private static GatewayDatabase.Address address() {
        return new GatewayDatabase.Address(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                Optional.empty(),
                Optional.empty(),
                CONNECTIONS);
    }

    private static void execute(GatewayDatabase.Address address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
