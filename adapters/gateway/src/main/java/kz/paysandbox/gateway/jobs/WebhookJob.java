package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.webhook.WebhookSender;

/**
 * Sends a shop's messages.
 *
 * @param sender who sends them
 * @param clock the time
 */
public record WebhookJob(WebhookSender sender, Clock clock) implements JobHandler {
    @Override
    public Next handle(Job job) {
        return Next.of(sender.send(job.ref()));
    }

    @Override
    public Optional<Instant> leftOver(Sql sql, Job job) throws SQLException {
        return sender.waits(sql, job.ref()) ? Optional.of(clock.instant()) : Optional.empty();
    }
}
