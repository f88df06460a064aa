package kz.paysandbox.gateway.pay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.refund.EpayRefundLine;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.Transition;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** What a person must look into, and the person's word about it. */
public final class Attention {
    private static final int MOST = 1000;

    private final GatewayDatabase database;
    private final Banks banks;
    private final Ledger ledger;
    private final Clock clock;

    /** Over the gateway's and the adapters' tables. */
    public Attention(GatewayDatabase database, Banks banks, Ledger ledger, Clock clock) {
        this.database = database;
        this.banks = banks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A person's word.
     *
     * @param applied whether the bank carried the operation out; empty for a row that is no operation
     * @param externalId Kaspi's number of an invoice that was opened after all
     * @param note who says so and why, 1 to 500 characters
     */
    public record Word(Optional<Boolean> applied, Optional<Long> externalId, String note) {}

    /** Open rows, oldest first, at most 1000. */
    public List<Item> open() {
        return database.transaction(sql -> database.tables().attention().open(sql, MOST));
    }

    /** Resolves a row: an operation by the bank's word as a person brings it, anything else by a note. */
    public Result<Item> resolve(long id, Word word) {
        Optional<Item> item =
                database.transaction(sql -> database.tables().attention().find(sql, id));
        if (item.isEmpty() || item.get().resolution().isPresent()) {
            return Result.refused(RefusalCode.NO_SUCH_ITEM, "there is no open row " + id);
        }
        Result<Boolean> done =
                item.get().subject().kind().equals("operation") ? operation(item.get(), word) : Result.of(true);
        return done.map(yes -> database.transaction(sql -> {
            database.tables().attention().resolveByHand(sql, item.get().subject(), "settled by hand: " + word.note());
            return database.tables().attention().find(sql, id).orElseThrow();
        }));
    }

    private Result<Boolean> operation(Item item, Word word) {
        if (word.applied().isEmpty()) {
            return Result.refused(Refusal.invalid("outcome", "say applied or not_applied, as the bank says"));
        }
        Operation operation = database.transaction(sql ->
                database.tables().operations().find(sql, item.subject().ref()).orElseThrow());
        Payment payment = database.transaction(sql ->
                database.tables().payments().find(sql, operation.paymentId()).orElseThrow());
        if (!operation.state().open()) {
            return settledMeanwhile(operation);
        }
        boolean applied = word.applied().get();
        boolean invoice = operation.kind() == OperationKind.CREATE && payment.kind() == PaymentKind.INVOICE;
        if (applied && invoice && word.externalId().isEmpty()) {
            return Result.refused(Refusal.invalid("external_id", "name the invoice's number at the bank"));
        }
        journal(payment, operation, word);
        Operation now = ledger.settle(
                        operation,
                        applied
                                ? Operation.Outcome.applied(word.externalId().map(String::valueOf), word.note())
                                : Operation.Outcome.notApplied(
                                        Refusal.of(RefusalCode.BANK_REFUSED, "the bank did not carry it out"),
                                        word.note()),
                        effect(operation, word))
                .operation()
                .orElseThrow();
        boolean asSaid = now.state() == (applied ? OperationState.APPLIED : OperationState.NOT_APPLIED);
        return asSaid ? Result.of(true) : settledMeanwhile(now);
    }

    private static Result<Boolean> settledMeanwhile(Operation operation) {
        return Result.refused(
                RefusalCode.INVALID_TRANSITION,
                "the operation is " + operation.state().word() + " already, by the bank's books");
    }

    /** A state that the payment cannot come to, such as cancelled after it was paid, changes nothing. */
    private Ledger.Effect effect(Operation operation, Word word) {
        return switch (operation.kind()) {
            case REFUND -> Ledger.Effect.refund(operation.amount());
            case CREATE ->
                new Ledger.Effect(
                        payment -> word.externalId()
                                .map(number -> payment.known(payment.bank().numbered(number)))
                                .orElse(payment),
                        Optional.empty());
            case CANCEL ->
                new Ledger.Effect(
                        payment -> moved(
                                payment,
                                payment.kind().provider() == Provider.KASPI
                                        ? BankReading.of(payment.kind(), PaymentStatus.of("RemotePaymentCanceled"))
                                        : BankReading.of(TransactionState.of("CANCEL"))),
                        Optional.empty());
            case CHARGE ->
                new Ledger.Effect(
                        payment -> moved(
                                payment.of(operation.amount(), payment.refunded()),
                                BankReading.of(TransactionState.of("CHARGE"))),
                        Optional.empty());
        };
    }

    private Payment moved(Payment payment, BankReading reading) {
        return Transition.of(payment, reading, clock.instant()).payment();
    }

    /** The adapters' journals must say the same, or they would hold later refunds of the payment back. */
    private void journal(Payment payment, Operation operation, Word word) {
        Settlement settlement = word.applied().orElse(false) ? Settlement.APPLIED : Settlement.NOT_APPLIED;
        if (payment.kind().provider() == Provider.KASPI) {
            String key = operation.kind() == OperationKind.CREATE ? payment.id() : operation.id();
            banks.merchant().log().ofOrder(payment.shop(), key).stream()
                    .filter(line -> line.state().unsettled())
                    .forEach(line -> settle(line, settlement, word));
            return;
        }
        banks.epay()
                .flatMap(cards -> cards.refunds()
                        .find(operation.id())
                        .filter(line -> line.state().unsettled()))
                .ifPresent(line -> settle(line, settlement, word));
    }

    private void settle(LogEntry line, Settlement settlement, Word word) {
        banks.merchant().settle(line, settlement, word.externalId(), word.note());
    }

    private void settle(EpayRefundLine line, Settlement settlement, Word word) {
        banks.epay().orElseThrow().refunds().settle(line, settlement, word.note());
    }
}
