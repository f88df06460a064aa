package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.store.JobTable.Job;

/** Does the jobs of one kind. It may be called again for work that was done already: after a crash, nobody knows. */
@FunctionalInterface
public interface JobHandler {
    /** Does a job. A failure that it throws is tried again after a growing pause. */
    Next handle(Job job);

    /**
     * Looks whether a job that was done has something to do again, in the transaction that has removed it: what others
     * wrote before is seen, and they add a job themselves for what they write from now on.
     *
     * @return when it is due again; empty when it has ended
     */
    default Optional<Instant> leftOver(Sql sql, Job job) throws SQLException {
        return Optional.empty();
    }
}
