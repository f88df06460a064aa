package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.jobs.PaymentComparison.Finding;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.PaymentTable.Position;
import kz.paysandbox.gateway.store.ReconciliationTable;
import kz.paysandbox.gateway.store.ReconciliationTable.Report;
import kz.paysandbox.gateway.store.ReconciliationTable.Sums;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The comparison of Kaspi payments with the bank: for each shop, organisation and day of their making, what was paid and
 * refunded by our books and by the bank's. A payment of which they differ is for a person; one that the bank shows as
 * paid after it was given up is completed; one that is changing is left to the next report. It goes on where it stopped.
 */
public final class Reconciliation implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PAGE = 200;

    private final GatewayDatabase database;
    private final ReconciliationTable reports;
    private final PaymentComparison comparison;
    private final int callsPerMinute;

    /**
     * Over the books.
     *
     * @param callsPerMinute how often the bank is asked by one report, at least 1
     */
    public Reconciliation(GatewayDatabase database, MerchantKaspi merchant, Ledger ledger, int callsPerMinute) {
        this.database = database;
        this.reports = database.tables().reports();
        this.comparison = new PaymentComparison(database, merchant, ledger);
        this.callsPerMinute = callsPerMinute;
    }

    private Instant now() {
        return reports.clock().instant();
    }

    /** Begins the reports of yesterday, and anew those of the day before: some was paid or refunded since. */
    public void beginLastDays() {
        LocalDate today = DayPlan.day(now());
        begin(today.minusDays(2), Optional.empty());
        begin(today.minusDays(1), Optional.empty());
    }

    /**
     * Begins the reports of a day, or begins them anew; jobs complete them.
     *
     * @param bin of one organisation; empty for all
     * @return how many
     */
    public int begin(LocalDate day, Optional<String> bin) {
        Instant from = DayPlan.begin(day);
        return database.repeated(sql -> {
            List<ReconciliationTable.Subject> subjects =
                    reports.subjects(sql, day, from, DayPlan.begin(day.plusDays(1)), bin);
            for (ReconciliationTable.Subject subject : subjects) {
                long report = reports.begin(sql, subject, from);
                database.tables().jobs().insertIfAbsent(sql, JobKinds.RECONCILIATION, Long.toString(report), now());
            }
            return subjects.size();
        });
    }

    /** The reports of a day. */
    public List<Report> reports(LocalDate day) {
        return database.transaction(sql -> reports.of(sql, day));
    }

    @Override
    public Next handle(Job job) {
        Optional<Report> found = database.transaction(sql -> reports.find(sql, Long.parseLong(job.ref())));
        if (found.isEmpty() || found.get().done()) {
            return Next.DONE;
        }
        Report report = found.get();
        Progress progress = new Progress(report.position(), report.sums());
        boolean all = false;
        try {
            all = compared(report, progress);
        } finally {
            boolean done = all;
            database.transaction(sql -> {
                reports.keep(sql, report, progress.position, progress.sums, done);
                return true;
            });
        }
        if (all) {
            LOG.info(
                    "report of shop {}, BIN {}, {}: {}",
                    report.subject().shop(),
                    report.subject().bin(),
                    report.subject().day(),
                    progress.sums);
        }
        return all ? Next.DONE : Next.at(now().plus(MINUTE));
    }

    /** A report that was begun anew while this job ended is not finished. */
    @Override
    public Optional<Instant> leftOver(Sql sql, Job job) throws SQLException {
        return reports.find(sql, Long.parseLong(job.ref()))
                .filter(report -> !report.done())
                .map(report -> now());
    }

    /** How far a report is at this moment. */
    private static final class Progress {
        private Position position;
        private Sums sums;
        private int calls;

        Progress(Position position, Sums sums) {
            this.position = position;
            this.sums = sums;
        }

        boolean mayAsk(int most) {
            return calls++ < most;
        }
    }

    /** Compares until the end, or until the bank was asked often enough for this minute; tells whether it is the end. */
    private boolean compared(Report report, Progress progress) {
        Instant until = DayPlan.begin(report.subject().day().plusDays(1));
        while (true) {
            List<Payment> page = database.transaction(sql -> database.tables()
                    .payments()
                    .after(sql, report.subject().shop(), report.subject().bin(), progress.position, until, PAGE));
            if (page.isEmpty()) {
                return true;
            }
            for (Payment payment : page) {
                Finding finding = comparison.of(payment.id(), () -> progress.mayAsk(callsPerMinute));
                if (finding instanceof Finding.Later) {
                    return false;
                }
                if (finding instanceof Finding.Compared compared) {
                    progress.sums = compared.comparison().addedTo(progress.sums);
                }
                progress.position = new Position(payment.dates().createdAt(), payment.id());
            }
        }
    }
}
