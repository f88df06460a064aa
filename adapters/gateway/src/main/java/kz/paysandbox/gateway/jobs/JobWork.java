package kz.paysandbox.gateway.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job from its claim to its end. No transaction is open while its handler works. */
final class JobWork {
    private static final Logger LOG = LoggerFactory.getLogger(JobWork.class);

    /** After so many failures in a row the next one is for a person. */
    private static final int TROUBLE = 4;

    private static final int LONGEST_REF = 100;

    private final GatewayDatabase database;
    private final JobTable jobs;
    private final Identity identity;
    private final Map<String, JobHandler> handlers;

    JobWork(GatewayDatabase database, Identity identity, Map<String, JobHandler> handlers) {
        this.database = database;
        this.jobs = database.tables().jobs();
        this.identity = identity;
        this.handlers = Map.copyOf(handlers);
    }

    /** Claims a job and does it; false where another node has it. */
    boolean done(Job job) {
        if (!database.<Boolean>repeated(sql -> jobs.claim(sql, job, identity.node(), identity.lease()))) {
            return false;
        }
        write(job, next(job));
        return true;
    }

    private JobHandler handler(Job job) {
        return Optional.ofNullable(handlers.get(job.kind())).orElseThrow();
    }

    private Next next(Job job) {
        String what;
        try {
            Next next = handler(job).handle(job);
            if (job.attempt() > TROUBLE) {
                database.transaction(
                        sql -> database.tables().attention().resolve(sql, subject(job), "the job could be done"));
            }
            return next;
        } catch (PaymentException | StoreFailed e) {
            what = FaultText.of(e);
            LOG.warn("job {} of {}, try {}: {}", job.kind(), job.ref(), job.attempt() + 1, what);
        } catch (RuntimeException e) {
            what = FaultText.of(e);
            LOG.error("job {} of {}, try {}: {}", job.kind(), job.ref(), job.attempt() + 1, what);
        }
        if (job.attempt() == TROUBLE) {
            raise(job, what);
        }
        return again(job, identity.clock().instant());
    }

    private static Subject subject(Job job) {
        String ref = job.kind() + " " + job.ref();
        return new Subject(AttentionKind.JOB, ref.substring(0, Math.min(ref.length(), LONGEST_REF)));
    }

    private void raise(Job job, String what) {
        database.repeated(sql -> {
            database.tables()
                    .attention()
                    .raise(
                            sql,
                            subject(job),
                            Optional.empty(),
                            Optional.empty(),
                            "the job " + job.kind() + " of " + job.ref() + " failed " + (TROUBLE + 1)
                                    + " times in a row: " + what);
            return true;
        });
    }

    static Next again(Job job, Instant now) {
        return new Next.At(now.plus(Backoff.USUAL.after(job.attempt())), job.attempt() + 1);
    }

    /** A claim that was lost meanwhile changes nothing: the job is another node's. */
    private void write(Job job, Next next) {
        database.repeated(sql -> {
            if (next instanceof Next.At at) {
                return jobs.putOff(sql, job, identity.node(), at.due(), at.attempt());
            }
            boolean ended = jobs.end(sql, job, identity.node());
            Optional<Instant> again = ended ? handler(job).leftOver(sql, job) : Optional.empty();
            if (again.isPresent()) {
                jobs.insert(sql, job.kind(), job.ref(), again.get());
            }
            return ended;
        });
    }
}
