package kz.paysandbox.adapters.merchant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The DataSources that shops have: each is a new, empty database. */
public enum TestSource {
    H2_UNPOOLED,
    H2_POOLED,
    H2_POOLED_WITHOUT_AUTOCOMMIT,
    POSTGRES_UNPOOLED,
    POSTGRES_POOLED,
    POSTGRES_POOLED_WITHOUT_AUTOCOMMIT;

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** One PostgreSQL for the run; it ends with the program. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public DataSource open() {
        DataSource plain = name().startsWith("H2") ? h2() : postgres();
        if (name().endsWith("UNPOOLED")) {
            return plain;
        }
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(plain);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        pool.setAutoCommit(!name().endsWith("WITHOUT_AUTOCOMMIT"));
        return new HikariDataSource(pool);
    }

    /** As when a pool's connections have reached their age: all are closed, the next ones are new. */
    public static void rotate(DataSource source) {
        if (source instanceof HikariDataSource pool) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:shops" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    private static DataSource postgres() {
        String name = "shops" + COUNT.incrementAndGet();
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postgres.SERVER.getDatabase("postgres", name);
    }
}
