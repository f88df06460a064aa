package kz.paysandbox.emulator.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import kz.paysandbox.emulator.store.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sqlite.SQLiteDataSource;

/**
 * The schema of a file, brought up to date by Flyway where it is not; a look at the file's user_version tells, so that
 * Flyway is not loaded at every start.
 */
final class SqliteSchema {

    private SqliteSchema() {}

    /** Opens a connection to the file. */
    @FunctionalInterface
    interface Connector {
        Connection connect() throws SQLException;
    }

    /** A connection to a file whose schema is up to date. */
    static Connection connect(Path file, int wanted, Connector connector) throws SQLException {
        Connection connection = connector.connect();
        int present = version(connection);
        if (present == wanted) {
            return connection;
        }
        connection.close();
        if (present > wanted) {
            throw new StoreException(
                    "the worlds in " + file + " were written by a later release of the sandbox (schema " + present
                            + ", this one has " + wanted + "): use that release, or start with --fresh");
        }
        Migration.migrate(file);
        Connection migrated = connector.connect();
        try (Statement statement = migrated.createStatement()) {
            statement.execute("pragma user_version = " + wanted);
        }
        return migrated;
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }

    /** In a class of its own, so that nothing of Flyway is loaded where the schema is up to date. */
    private static final class Migration {

        private Migration() {}

        static void migrate(Path file) {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            try {
                configured(source).load().migrate();
            } catch (FlywayException failed) {
                throw new StoreException(
                        "the worlds in " + file + " cannot be brought to this release's schema: " + failed.getMessage()
                                + "; restore a copy of the folder, or start with --fresh",
                        failed);
            }
        }

        private static FluentConfiguration configured(DataSource source) {
            return Flyway.configure(SqliteSchema.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:kz/paysandbox/emulator/store/schema/sqlite");
        }
    }
}
