package kz.paysandbox.gateway;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A database that is away until this is closed: its connections are cut, and it gives no new ones. */
public final class Outage implements AutoCloseable {
    private final Connection connection;
    private final String back;

    private Outage(Connection connection, String away, String back) throws SQLException {
        this.connection = connection;
        this.back = back;
        execute(away);
    }

    /** Of a file of H2 that this process has open, by the address that it was opened with. */
    public static Outage ofH2(String url) throws SQLException {
        return new Outage(DriverManager.getConnection(url), "set exclusive 2", "set exclusive false");
    }

    /** Of a database of PostgreSQL. */
    public static Outage ofPostgres(String url, String user, String password) throws SQLException {
        String name = url.replaceAll(".*/([a-z0-9]+)(\\?.*)?$", "$1");
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        Outage outage = new Outage(
                DriverManager.getConnection(url.replace("/" + name, "/postgres"), properties),
                "alter database " + name + " allow_connections false",
                "alter database " + name + " allow_connections true");
        outage.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        return outage;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute(back);
        connection.close();
    }
}
