package kz.paysandbox.adapters.merchant;

import java.sql.SQLException;

/** The shop's own database did not do its part; says nothing about the bank. */
public final class StoreFailed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    StoreFailed(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.sqlState = String.valueOf(cause.getSQLState());
    }

    /** Whether a uniqueness constraint spoke; H2 and PostgreSQL say it alike. */
    boolean duplicate() {
        return sqlState.equals("23505");
    }

    /** Whether two transactions collided and one should go again. */
    boolean collision() {
        return duplicate() || sqlState.equals("40001") || sqlState.equals("40P01");
    }
}
