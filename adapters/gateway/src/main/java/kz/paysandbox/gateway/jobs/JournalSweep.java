package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.refund.EpayRefundLine;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.pay.BankBooks;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.JournalLines;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.OperationTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends lines of the adapters' journals that nobody knows the end of and that no open operation of ours stands for: while
 * they are open, they hold later refunds back. What cannot be ended is for a person, and is not asked for again.
 */
public final class JournalSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalSweep.class);
    private static final int MOST_LOOKS = 20;

    private final GatewayDatabase database;
    private final Banks banks;
    private final JournalLines journal;
    private final Clock clock;

    /** Over the adapters' journals. */
    public JournalSweep(GatewayDatabase database, Banks banks, Clock clock) {
        this.database = database;
        this.banks = banks;
        this.journal = new JournalLines(banks);
        this.clock = clock;
    }

    @Override
    public void run() {
        banks.merchant().unsettled().stream()
                .filter(this::nobodys)
                .limit(MOST_LOOKS)
                .forEach(this::end);
        banks.epay().ifPresent(cards -> cards.refunds().unsettled().forEach(this::end));
    }

    private static Subject subject(LogEntry line) {
        return new Subject(AttentionKind.JOURNAL, "kaspi " + line.id());
    }

    private boolean nobodys(LogEntry line) {
        return database.transaction(
                sql -> !database.tables().attention().known(sql, subject(line)) && !open(sql, line));
    }

    private boolean open(Sql sql, LogEntry line) throws SQLException {
        Optional<String> payment = payment(sql, line);
        return payment.isPresent()
                && database.tables().operations().open(sql, payment.get()).isPresent();
    }

    /** An order is our payment's id, and the key of a refund our operation's; others name the bank's number. */
    private Optional<String> payment(Sql sql, LogEntry line) throws SQLException {
        if (line.paymentId().isPresent()) {
            Optional<String> byNumber = database.tables()
                    .payments()
                    .ofExternalId(sql, line.paymentId().get())
                    .map(Payment::id);
            if (byNumber.isPresent()) {
                return byNumber;
            }
        }
        Optional<Operation> refund = line.externalId().isPresent()
                ? database.tables().operations().find(sql, line.externalId().get())
                : Optional.empty();
        return refund.map(Operation::paymentId).or(line::externalId);
    }

    private void end(LogEntry line) {
        Optional<Operation> operation = database.transaction(sql -> operation(sql, line));
        if (operation.isPresent() && !operation.get().state().open()) {
            end(operation.get());
            return;
        }
        try {
            LogEntry now = banks.merchant().resolve(line);
            if (now.state().unsettled() && !tooYoung(now)) {
                raise(
                        subject(line),
                        Optional.of(line.shop()),
                        "nobody knows what became of line " + line.id() + " of payment_log, a "
                                + line.operation().name().toLowerCase(Locale.ROOT) + ": "
                                + now.error().orElse(""));
            }
        } catch (PaymentException e) {
            LOG.warn("line {} of payment_log could not be looked up: {}", line.id(), e.getMessage());
        }
    }

    /** The operation whose line this is: an order is our payment's id, and the key of a refund our operation's. */
    private Optional<Operation> operation(Sql sql, LogEntry line) throws SQLException {
        OperationTable operations = database.tables().operations();
        if (line.externalId().isEmpty()) {
            return Optional.empty();
        }
        return switch (line.operation()) {
            case REFUND -> operations.find(sql, line.externalId().get());
            case CREATE ->
                operations.of(sql, line.externalId().get()).stream()
                        .filter(operation -> operation.kind() == OperationKind.CREATE)
                        .findFirst();
            case CANCEL, STATUS, REGISTER -> Optional.empty();
        };
    }

    /** What the gateway knows of its operation, by the bank's answer or a person's word, its line says too. */
    private void end(Operation operation) {
        Payment payment = database.transaction(sql ->
                database.tables().payments().find(sql, operation.paymentId()).orElseThrow());
        journal.end(
                payment,
                operation,
                "the gateway's operation is " + operation.state().word());
    }

    /** The books may still tell of a refund. */
    private boolean tooYoung(LogEntry line) {
        return line.operation() == kz.paysandbox.adapters.merchant.Operation.REFUND
                && clock.instant().isBefore(line.startedAt().plus(BankBooks.SLOWEST));
    }

    private void end(EpayRefundLine line) {
        Optional<Operation> operation =
                database.transaction(sql -> database.tables().operations().find(sql, line.refundKey()));
        if (operation.isEmpty()) {
            raise(
                    new Subject(AttentionKind.JOURNAL, "epay " + line.id()),
                    Optional.empty(),
                    "nobody knows what became of line " + line.id() + " of epay_refund: " + line.finding());
        } else if (!operation.get().state().open()) {
            end(operation.get());
        }
    }

    private void raise(Subject subject, Optional<String> shop, String what) {
        database.repeated(sql -> {
            database.tables().attention().raiseOnce(sql, subject, shop, Optional.empty(), what);
            return true;
        });
    }
}
