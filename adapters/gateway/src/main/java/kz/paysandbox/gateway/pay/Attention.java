package kz.paysandbox.gateway.pay;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** What a person must look into, and the person's word about it. */
public final class Attention {
    private static final int MOST = 1000;

    private final GatewayDatabase database;
    private final JournalLines journal;
    private final Ledger ledger;
    private final Clock clock;

    /** Over the gateway's and the adapters' tables. */
    public Attention(GatewayDatabase database, Banks banks, Ledger ledger, Clock clock) {
        this.database = database;
        this.journal = new JournalLines(banks);
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
                item.get().subject().kind() == AttentionKind.OPERATION ? operation(item.get(), word) : Result.of(true);
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
        Optional<Refusal> impossible = applied ? impossible(payment, operation, word) : Optional.empty();
        if (impossible.isPresent()) {
            return Result.refused(impossible.get());
        }
        MoneyResult settled = settled(operation, word, effect(payment, operation, word));
        Operation now = settled.operation().orElseThrow();
        if (now.state() != (applied ? OperationState.APPLIED : OperationState.NOT_APPLIED)) {
            return settledMeanwhile(now);
        }
        journal.end(settled.payment(), now, word.note());
        return Result.of(true);
    }

    /** Why an operation cannot have been carried out, as far as this payment goes. */
    private Optional<Refusal> impossible(Payment payment, Operation operation, Word word) {
        if (operation.kind() != OperationKind.CREATE) {
            return Optional.empty();
        }
        return switch (payment.kind()) {
            case LINK, QR ->
                Optional.of(Refusal.of(
                        RefusalCode.INVALID_TRANSITION,
                        "the code or link was lost with the answer, so nobody can be given it: say not_applied"));
            case INVOICE ->
                word.externalId().isEmpty()
                        ? Optional.of(Refusal.invalid("external_id", "name the invoice's number at the bank"))
                        : taken(payment, word.externalId().get());
            case WIDGET, SAVED_CARD -> Optional.empty();
        };
    }

    private Optional<Refusal> taken(Payment payment, long externalId) {
        return database.transaction(sql -> database.tables().payments().ofExternalId(sql, externalId))
                .filter(other -> !other.id().equals(payment.id()))
                .map(other -> Refusal.invalid("external_id", "is the number of payment " + other.id()));
    }

    private MoneyResult settled(Operation operation, Word word, Ledger.Effect effect) {
        Operation.Outcome outcome = word.applied().orElse(false)
                ? Operation.Outcome.applied(word.externalId().map(String::valueOf), word.note())
                : Operation.Outcome.notApplied(
                        Refusal.of(RefusalCode.BANK_REFUSED, "the bank did not carry it out"), word.note());
        return ledger.settle(operation, outcome, effect);
    }

    private static Result<Boolean> settledMeanwhile(Operation operation) {
        return Result.refused(
                RefusalCode.INVALID_TRANSITION,
                "the operation is " + operation.state().word() + " already, by the bank's books");
    }

    private Ledger.Effect effect(Payment payment, Operation operation, Word word) {
        Instant now = clock.instant();
        return switch (operation.kind()) {
            case REFUND -> Ledger.Effect.refund(operation.amount());
            case CREATE -> word.externalId().map(KaspiPayments::numbered).orElse(Ledger.Effect.NONE);
            case CANCEL -> Ledger.Effect.reading(BankReading.cancelled(payment.kind()), now);
            case CHARGE -> Ledger.Effect.charged(operation.amount(), now);
        };
    }
}
