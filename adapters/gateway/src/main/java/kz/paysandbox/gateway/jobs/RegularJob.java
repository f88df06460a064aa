package kz.paysandbox.gateway.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import kz.paysandbox.gateway.store.JobTable.Job;

/**
 * Work that is done again and again, by one node at a time.
 *
 * @param next when it is done again, after it was done at an instant
 * @param clock the time
 * @param work what is done; safe to be done twice
 */
public record RegularJob(UnaryOperator<Instant> next, Clock clock, Runnable work) implements JobHandler {
    /** With a pause in between. */
    public static RegularJob every(Duration pause, Clock clock, Runnable work) {
        return new RegularJob(now -> now.plus(pause), clock, work);
    }

    /** Once in each night. */
    public static RegularJob nightly(Clock clock, Runnable work) {
        return new RegularJob(now -> DayPlan.next(now, DayPlan.NIGHT), clock, work);
    }

    @Override
    public Next handle(Job job) {
        work.run();
        return Next.at(next.apply(clock.instant()));
    }
}
