package kz.paysandbox.adapters.merchant;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real database whose connections a test can cut, as in a failover. */
public final class FailingSource implements DataSource {
    private final DataSource real;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, Runnable> acts = new ConcurrentHashMap<>();
    /** SQLSTATE of what befalls each connection; empty for nothing. */
    private volatile String fault = "";

    public FailingSource(DataSource real) {
        this.real = real;
    }

    public void kill() {
        fault = "08006";
    }

    /** As where each transaction collides with another. */
    public void collide() {
        fault = "40001";
    }

    /** Does something just before the nth connection from now is given or refused; 1 is the next. */
    public void before(int nth, Runnable act) {
        acts.put(asked.get() + nth, act);
    }

    public void revive() {
        fault = "";
    }

    @Override
    public Connection getConnection() throws SQLException {
        acts.getOrDefault(asked.incrementAndGet(), () -> {}).run();
        String state = fault;
        if (!state.isEmpty()) {
            throw new SQLTransientConnectionException("fault " + state, state);
        }
        return real.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
