package kz.paysandbox.emulator.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.paysandbox.emulator.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in one transaction of a database that is shared. */
final class Transactions {

    /** SQLSTATE of a connection that is broken: connection exception, operator intervention, idle for too long. */
    private static final String BROKEN = "(08|57).*|25P03";

    /** More than a pool has connections: all that it has may be broken, as where the database was started anew. */
    private static final int TRIES = SharedDatabase.CONNECTIONS + 1;

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private Transactions() {}

    /** What is done in a transaction; it may be done again where the connection breaks before its end. */
    @FunctionalInterface
    interface Work<R> {
        R in(Connection connection) throws SQLException;
    }

    /**
     * All of the work or nothing; returns once it outlives the process.
     *
     * @param pool whose connections do not commit by themselves
     * @throws StoreException where the database does not do it
     */
    static <R> R in(DataSource pool, Work<R> work) {
        for (int tries = 1; ; tries++) {
            try {
                return tried(pool, work);
            } catch (BrokenConnection stale) {
                if (tries == TRIES) {
                    throw failed(stale.problem);
                }
            }
        }
    }

    /** As {@link #in}, not done again. */
    static <R> R once(DataSource pool, Work<R> work) {
        try {
            return tried(pool, work);
        } catch (BrokenConnection broken) {
            throw failed(broken.problem);
        }
    }

    private static <R> R tried(DataSource pool, Work<R> work) throws BrokenConnection {
        try (Connection connection = pool.getConnection()) {
            R result;
            try {
                result = work.in(connection);
            } catch (SQLException | RuntimeException failed) {
                undo(connection, failed);
                if (failed instanceof SQLException broken && isBroken(broken)) {
                    throw new BrokenConnection(broken);
                }
                throw failed;
            }
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    private static boolean isBroken(SQLException problem) {
        return String.valueOf(problem.getSQLState()).matches(BROKEN);
    }

    private static StoreException failed(SQLException problem) {
        LOG.debug("the database of the worlds", problem);
        return new StoreException(
                "the database of the worlds does not do what is asked; what was confirmed is kept, and what was not is"
                        + " tried again",
                problem);
    }

    /** What the database or its driver said, in one line. */
    static String words(SQLException problem) {
        Throwable deepest = problem;
        while (deepest.getCause() instanceof SQLException cause && cause != deepest) {
            deepest = cause;
        }
        String words = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        return deepest.getCause() == null ? words : words + " (" + deepest.getCause() + ")";
    }

    private static void undo(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
    }

    /** The connection broke before the transaction was to end, so that nothing of it was done. */
    private static final class BrokenConnection extends Exception {

        private static final long serialVersionUID = 1;

        private final SQLException problem;

        BrokenConnection(SQLException problem) {
            super(problem);
            this.problem = problem;
        }
    }
}
