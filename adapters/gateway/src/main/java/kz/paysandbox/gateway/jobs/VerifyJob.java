package kz.paysandbox.gateway.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.TillCheck;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;

/** Asks the bank daily whether it still lists the trade points of the shops' tills; what it does not is for a person. */
public final class VerifyJob implements JobHandler {
    private static final Duration FRESH = Duration.ofHours(20);

    private final GatewayDatabase database;
    private final MerchantKaspi merchant;
    private final Clock clock;

    /** Over the tills. */
    public VerifyJob(GatewayDatabase database, MerchantKaspi merchant, Clock clock) {
        this.database = database;
        this.merchant = merchant;
        this.clock = clock;
    }

    @Override
    public Next handle(Job job) {
        List<TillCheck> checks = merchant.verifyTills(FRESH);
        checks.stream().filter(TillCheck::asked).forEach(this::note);
        Instant now = clock.instant();
        return checks.stream().allMatch(TillCheck::asked)
                ? Next.at(DayPlan.next(now, DayPlan.NIGHT))
                : JobWork.again(job, now);
    }

    private void note(TillCheck check) {
        AttentionTable attention = database.tables().attention();
        Subject subject = new Subject(
                AttentionKind.CONFIGURATION, Long.toString(check.config().id()));
        database.repeated(sql -> {
            if (check.verified()) {
                return attention.resolve(sql, subject, "the bank lists the trade point again");
            }
            attention.raise(
                    sql,
                    subject,
                    Optional.of(check.config().shop()),
                    Optional.empty(),
                    "till " + check.config().deviceId() + " of BIN "
                            + check.config().bin().value() + ": " + check.finding());
            return true;
        });
    }
}
