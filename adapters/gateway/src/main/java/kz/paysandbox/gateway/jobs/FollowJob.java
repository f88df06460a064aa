package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Follows a payment: a code or link at the bank's rhythm, an invoice once at its end, a card payment now and then. A
 * payment whose bank cannot be asked is not given up, however long that takes.
 */
public final class FollowJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FollowJob.class);
    private static final Duration LONGEST_AT_A_RHYTHM = Duration.ofSeconds(60);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);

    /** So many failures in a row are a person's matter. */
    private static final int MANY = 10;

    private final GatewayDatabase database;
    private final StatusLooks looks;
    private final FollowPlan plan;

    /** Over the looks at the banks. */
    public FollowJob(GatewayDatabase database, StatusLooks looks, FollowPlan plan) {
        this.database = database;
        this.looks = looks;
        this.plan = plan;
    }

    @Override
    public Next handle(Job job) {
        try {
            Next next = Next.of(looks.follow(job.ref(), plan));
            if (job.attempt() >= MANY) {
                database.transaction(sql ->
                        database.tables().attention().resolve(sql, subject(job), "the bank could be asked again"));
            }
            return next;
        } catch (PaymentException e) {
            boolean first = job.attempt() == 0 || job.attempt() == MANY - 1;
            LOG.atLevel(first ? Level.WARN : Level.DEBUG)
                    .log("payment {} could not be asked for, try {}: {}", job.ref(), job.attempt() + 1, e.getMessage());
            return database.transaction(sql -> later(sql, job, e));
        }
    }

    private Next later(Sql sql, Job job, PaymentException failure) throws SQLException {
        Optional<Payment> payment = database.tables().payments().find(sql, job.ref());
        if (payment.isEmpty()) {
            return Next.DONE;
        }
        if (job.attempt() == MANY - 1) {
            database.tables()
                    .attention()
                    .raise(
                            sql,
                            subject(job),
                            Optional.of(payment.get().shop()),
                            Optional.of(job.ref()),
                            "the bank cannot be asked for this payment: " + failure.getMessage());
        }
        Instant now = database.tables().jobs().clock().instant();
        return new Next.At(now.plus(pause(payment.get(), job.attempt(), asked(failure))), job.attempt() + 1);
    }

    private static Subject subject(Job job) {
        return new Subject(AttentionKind.FOLLOW, job.ref());
    }

    private static Duration asked(PaymentException failure) {
        return failure instanceof RateLimited limited ? limited.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }

    /**
     * The pause after a look that failed.
     *
     * @param failures how many looks in a row had failed before
     * @param asked what the bank asked to wait
     */
    static Duration pause(Payment payment, int failures, Duration asked) {
        Duration pause = switch (payment.kind()) {
            case LINK, QR -> Backoff.doubled(payment.dates().pollingInterval(), failures, LONGEST_AT_A_RHYTHM);
            case INVOICE, WIDGET, SAVED_CARD -> Backoff.USUAL.after(failures);
        };
        Duration most = asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
        return pause.compareTo(most) > 0 ? pause : most;
    }
}
