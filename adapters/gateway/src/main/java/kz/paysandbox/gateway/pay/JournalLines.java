package kz.paysandbox.gateway.pay;

import java.util.List;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.PaymentLog;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines of the adapters' journals that stand for our operations. They must say what the operations say: an open line
 * holds later refunds of its payment back.
 */
public final class JournalLines {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLines.class);

    private final Banks banks;

    /** Over the journals. */
    public JournalLines(Banks banks) {
        this.banks = banks;
    }

    /**
     * Ends open lines of an operation that has ended. A line that cannot be written is ended by the job
     * {@link JobKinds#JOURNAL}.
     *
     * @param payment with the bank's number of what was opened
     * @param why who says so, for a person
     */
    public void end(Payment payment, Operation operation, String why) {
        Settlement settlement =
                operation.state() == OperationState.APPLIED ? Settlement.APPLIED : Settlement.NOT_APPLIED;
        try {
            switch (payment.kind().provider()) {
                case KASPI ->
                    lines(payment, operation).stream()
                            .filter(line -> line.state().unsettled())
                            .forEach(line -> banks.merchant().settle(line, settlement, payment.externalId(), why));
                case EPAY ->
                    banks.epay()
                            .ifPresent(cards -> cards.refunds()
                                    .find(operation.id())
                                    .filter(line -> line.state().unsettled())
                                    .ifPresent(line -> cards.refunds().settle(line, settlement, why)));
            }
        } catch (IllegalStateException e) {
            LOG.warn("the journal's line of operation {} is ended already, or will be by its job", operation.id());
        }
    }

    /** An order is our payment's id, and the key of a refund our operation's. */
    private List<LogEntry> lines(Payment payment, Operation operation) {
        PaymentLog log = banks.merchant().log();
        return switch (operation.kind()) {
            case CREATE -> log.ofOrder(payment.shop(), payment.id());
            case REFUND, CHARGE -> log.ofOrder(payment.shop(), operation.id());
            case CANCEL ->
                payment.externalId().map(number -> log.ofPayment(payment.shop(), number)).orElse(List.of()).stream()
                        .filter(line -> line.operation() == kz.paysandbox.adapters.merchant.Operation.CANCEL)
                        .toList();
        };
    }
}
