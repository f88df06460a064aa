package kz.paysandbox.gateway.jobs;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.gateway.pay.Settlement;
import kz.paysandbox.gateway.store.JobTable.Job;

/**
 * Ends operations whose answer was lost, or whose node died.
 *
 * @param settlement which reads the banks' books
 */
public record SettleJob(Settlement settlement) implements JobHandler {
    @Override
    public Next handle(Job job) {
        Optional<Instant> again = settlement.settle(job.ref(), job.attempt());
        return again.<Next>map(at -> new Next.At(at, job.attempt() + 1)).orElse(Next.DONE);
    }
}
