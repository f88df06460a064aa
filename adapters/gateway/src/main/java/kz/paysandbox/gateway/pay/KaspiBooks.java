package kz.paysandbox.gateway.pay;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.MerchantTill;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Operation.Outcome;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/** What became of an operation of Kaspi, by the adapters' journal (payment_log) and the bank's books. */
public final class KaspiBooks implements BankBooks {
    private final MerchantKaspi merchant;
    private final WithdrawalBooks withdrawals;

    /**
     * Over the journal. Every started line is taken for nobody's: an operation is looked at when its claim has ended.
     *
     * @param merchant with the same assumptions
     * @param assumptions for late looks
     */
    public KaspiBooks(MerchantKaspi merchant, Set<Assumption> assumptions, Clock clock) {
        this.merchant = merchant.abandonedAfter(Duration.ZERO);
        this.withdrawals = new WithdrawalBooks(this.merchant, assumptions, clock);
    }

    @Override
    public Found look(Payment payment, Operation operation) {
        return switch (operation.kind()) {
            case CREATE ->
                last(payment, payment.id())
                        .map(line -> created(payment, resolved(line)))
                        .orElseGet(Found::notSent);
            case REFUND ->
                last(payment, operation.id())
                        .map(line -> refunded(operation, line, resolved(line)))
                        .orElseGet(Found::notSent);
            case CANCEL -> withdrawals.look(payment, operation);
            case CHARGE -> throw new IllegalArgumentException("Kaspi charges nothing");
        };
    }

    private Optional<LogEntry> last(Payment payment, String key) {
        List<LogEntry> lines = merchant.log().ofOrder(payment.shop(), key);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    private LogEntry resolved(LogEntry line) {
        return line.state().unsettled() ? merchant.resolve(line) : line;
    }

    private Found created(Payment payment, LogEntry line) {
        return switch (line.state()) {
            case APPLIED -> opened(payment, line);
            case NOT_APPLIED -> Found.of(notApplied(line));
            case STARTED, UNKNOWN, FAILED ->
                payment.kind() == PaymentKind.INVOICE
                        ? Found.forPerson(
                                "an invoice cannot be looked up: ask the customer or the bank, then resolve this;"
                                        + " it ends by itself after 24 hours")
                        : Found.of(Outcome.unknown(said(line)));
        };
    }

    private Found opened(Payment payment, LogEntry line) {
        Optional<ShopConfig> config = merchant.configs().find(line.configId());
        Outcome applied = Outcome.applied(line.paymentId().map(String::valueOf), said(line));
        if (config.isEmpty() || line.paymentId().isEmpty()) {
            return Found.forPerson("the journal's line " + line.id() + " does not name the payment");
        }
        MerchantTill till = merchant.at(config.get());
        Optional<Ledger.Effect> effect = switch (payment.kind()) {
            case INVOICE -> Optional.of(KaspiPayments.numbered(line.paymentId().get()));
            case LINK -> till.openedLink(payment.id()).map(KaspiPayments::handedOut);
            case QR -> till.openedQr(payment.id()).map(KaspiPayments::handedOut);
            case WIDGET, SAVED_CARD -> Optional.empty();
        };
        return effect.map(given -> Found.of(applied, given))
                .orElseGet(() -> Found.of(Outcome.notApplied(
                        Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the answer was lost"),
                        "nobody was given the code or link, so nobody can pay it")));
    }

    /** Of a refund that the journal does not end as refused by the bank, it is the answer that was lost. */
    private static Found refunded(Operation operation, LogEntry before, LogEntry line) {
        return switch (line.state()) {
            case APPLIED ->
                Found.of(
                        Outcome.applied(line.returnOperationId().map(String::valueOf), said(line)),
                        Ledger.Effect.refund(operation.amount()));
            case NOT_APPLIED ->
                Found.of(before.state().unsettled() ? Outcome.notApplied(LOST, said(line)) : notApplied(line));
            case STARTED, UNKNOWN, FAILED -> Found.of(Outcome.unknown(said(line)));
        };
    }

    /** The bank's own refusal, as the journal has it. */
    static Outcome notApplied(LogEntry line) {
        return Outcome.notApplied(Refusal.of(RefusalCode.BANK_REFUSED, said(line)), said(line));
    }

    /** What the journal says of a line. */
    static String said(LogEntry line) {
        return line.error()
                .orElse("line " + line.id() + " of payment_log is "
                        + line.state().word());
    }
}
