package kz.paysandbox.adapters.merchant.store;

import java.sql.SQLException;
import java.util.Objects;

/** A failure of the shop's own database; says nothing about the bank. */
public final class StoreFailed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    private StoreFailed(String message, String sqlState, Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /** A failure of JDBC. Its message has no words of the database's, which may quote the values that it refused. */
    public static StoreFailed of(SQLException cause) {
        String sqlState = Objects.requireNonNullElse(cause.getSQLState(), "");
        String known = sqlState.isEmpty() ? "no SQLSTATE" : "SQLSTATE " + sqlState;
        return new StoreFailed("the database failed, " + known, sqlState, cause);
    }

    static StoreFailed unreadable(String what, Throwable cause) {
        return new StoreFailed(what, "", cause);
    }

    /** The database's code (SQLSTATE); empty where it was not the database that failed, or gave none. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether a uniqueness constraint refused (SQLSTATE 23505, of H2 and of PostgreSQL). */
    public boolean duplicate() {
        return sqlState.equals("23505");
    }

    /** Whether two transactions collided and one should be made again (23505, 40001, 40P01). */
    public boolean collision() {
        return duplicate() || sqlState.equals("40001") || sqlState.equals("40P01");
    }
}
