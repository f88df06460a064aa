package kz.paysandbox.emulator.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.paysandbox.emulator.store.StoreException;

/** Work in one transaction of a database that is shared. */
final class Transactions {

    private Transactions() {}

    /** What is done in a transaction. */
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
        try (Connection connection = pool.getConnection()) {
            try {
                R result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                undo(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw new StoreException(
                    "the database of the worlds does not do what is asked: " + words(failed)
                            + "; what was confirmed is kept, and what was not is tried again",
                    failed);
        }
    }

    /** What the database or its driver said, in one line, without the state's name of the pool. */
    static String words(SQLException problem) {
        Throwable deepest = problem;
        while (deepest.getCause() instanceof SQLException cause && cause != deepest) {
            deepest = cause;
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    private static void undo(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failed.addSuppressed(second);
        }
    }
}
