package kz.paysandbox.gateway.pay;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import kz.paysandbox.gateway.payment.ServiceStatus;

/**
 * What became of the withdrawal of an invoice: its state tells it, and one that is as before tells it when the withdrawal
 * is old enough.
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
        PaymentStatus status =
                merchant.status(payment.shop(), payment.externalId().orElseThrow());
        List<LogEntry> lines = cancellations(payment, operation);
        lines.stream().filter(line -> line.state().unsettled()).forEach(merchant::resolve);
        BankReading reading = BankReading.of(payment.kind(), status);
        String finding = "the invoice is " + status.raw();
        if (reading.status().equals(Optional.of(ServiceStatus.CANCELLED))) {
            return BankBooks.Found.of(
                    Outcome.applied(Optional.empty(), finding), Ledger.Effect.reading(reading, clock.instant()));
        }
        if (status.terminal()) {
            return BankBooks.Found.of(Outcome.notApplied(Refusal.of(RefusalCode.INVALID_TRANSITION, finding), finding));
        }
        if (lines.isEmpty()) {
            return KaspiBooks.notSent();
        }
        boolean unchanged = status.kind() == PaymentStatus.Kind.REMOTE_CREATED
                && assumptions.contains(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                && !clock.instant().isBefore(operation.createdAt().plus(BankBooks.SLOWEST));
        return unchanged
                ? BankBooks.Found.of(Outcome.notApplied(
                        KaspiBooks.LOST, finding + "; unchanged, taken for not applied by assumption"))
                : BankBooks.Found.of(Outcome.unknown(finding));
    }

    /** The lines that this withdrawal may have, to the second: their key is the invoice. */
    private List<LogEntry> cancellations(Payment payment, Operation operation) {
        Instant begun = operation.createdAt().minusSeconds(1);
        return merchant.log().ofPayment(payment.shop(), payment.externalId().orElseThrow()).stream()
                .filter(line -> line.operation() == kz.paysandbox.adapters.merchant.Operation.CANCEL)
                .filter(line -> !line.startedAt().isBefore(begun))
                .toList();
    }
}
