package kz.paysandbox.gateway.pay;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Operation.Outcome;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/**
 * What became of the withdrawal of an invoice: the journal tells it, else the invoice's state, and one that is as before
 * tells it when the withdrawal is old enough.
 */
final class WithdrawalBooks {
    private final MerchantKaspi merchant;
    private final Set<Assumption> assumptions;
    private final Clock clock;

    WithdrawalBooks(MerchantKaspi merchant, Set<Assumption> assumptions, Clock clock) {
        this.merchant = merchant;
        this.assumptions = Set.copyOf(assumptions);
        this.clock = clock;
    }

    BankBooks.Found look(Payment payment, Operation operation) {
        return line(payment, operation)
                .map(line -> look(payment, operation, line))
                .orElseGet(BankBooks.Found::notSent);
    }

    private BankBooks.Found look(Payment payment, Operation operation, LogEntry line) {
        return switch (line.state()) {
            case APPLIED -> withdrawn(payment, line);
            case NOT_APPLIED -> refused(payment, line);
            case STARTED, UNKNOWN, FAILED -> lost(payment, operation, line);
        };
    }

    private BankBooks.Found withdrawn(Payment payment, LogEntry line) {
        return BankBooks.Found.of(
                Outcome.applied(Optional.empty(), KaspiBooks.said(line)),
                Ledger.Effect.reading(BankReading.cancelled(payment.kind()), clock.instant()));
    }

    /** The bank often refuses because the customer has paid, so it is asked; its refusal counts without that. */
    private BankBooks.Found refused(Payment payment, LogEntry line) {
        BankBooks.Found refused = BankBooks.Found.of(KaspiBooks.notApplied(line));
        try {
            PaymentStatus status = status(payment);
            return status.terminal() ? refused.seeing(BankReading.of(payment.kind(), status)) : refused;
        } catch (PaymentException e) {
            return refused;
        }
    }

    private BankBooks.Found lost(Payment payment, Operation operation, LogEntry line) {
        PaymentStatus status = status(payment);
        LogEntry now = merchant.resolve(line, status);
        String finding = "the invoice is " + status.raw();
        return switch (now.state()) {
            case APPLIED -> withdrawn(payment, now);
            case NOT_APPLIED ->
                BankBooks.Found.of(Outcome.notApplied(Refusal.of(RefusalCode.INVALID_TRANSITION, finding), finding))
                        .seeing(BankReading.of(payment.kind(), status));
            case STARTED, UNKNOWN, FAILED ->
                status.kind() == PaymentStatus.Kind.REMOTE_CREATED
                        ? BankBooks.Found.unchanged(
                                finding, BankBooks.unchangedMeansNot(assumptions, operation, clock.instant()))
                        : BankBooks.Found.of(Outcome.unknown(finding));
        };
    }

    private PaymentStatus status(Payment payment) {
        return merchant.status(payment.shop(), payment.externalId().orElseThrow());
    }

    /** The line that this withdrawal has, to the second: its key is the invoice. */
    private Optional<LogEntry> line(Payment payment, Operation operation) {
        Instant begun = operation.createdAt().minusSeconds(1);
        return merchant.log().ofPayment(payment.shop(), payment.externalId().orElseThrow()).stream()
                .filter(line -> line.operation() == kz.paysandbox.adapters.merchant.Operation.CANCEL)
                .filter(line -> !line.startedAt().isBefore(begun))
                .reduce((first, second) -> second);
    }
}
