package kz.paysandbox.gateway.pay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * The ending of operations whose answer was lost, or whose node died, from the banks' books. Nothing is ever sent again;
 * what the books do not tell stays unknown, and a person is asked.
 */
public final class Settlement {
    private final GatewayDatabase database;
    private final Ledger ledger;
    private final Map<Provider, BankBooks> books;
    private final JournalLines journal;
    private final Identity identity;
    private final List<Duration> pauses;

    /**
     * Over the books of the banks.
     *
     * @param journal whose lines say what the books have told
     * @param pauses between looks; when all have passed, a person is asked
     */
    public Settlement(
            GatewayDatabase database,
            Ledger ledger,
            Map<Provider, BankBooks> books,
            JournalLines journal,
            Identity identity,
            List<Duration> pauses) {
        this.database = database;
        this.ledger = ledger;
        this.books = Map.copyOf(books);
        this.journal = journal;
        this.identity = identity;
        this.pauses = List.copyOf(pauses);
    }

    private record Subjects(Payment payment, Operation operation) {}

    /**
     * Looks what became of an operation that no node is at work on.
     *
     * @param attempt how many looks there were before, from 0
     * @return when to look again; empty when nothing more is to be done
     */
    public Optional<Instant> settle(String operationId, int attempt) {
        Optional<Subjects> open = database.transaction(sql -> {
            Optional<Operation> operation = database.tables().operations().find(sql, operationId);
            if (operation.isEmpty() || !operation.get().state().open()) {
                return Optional.<Subjects>empty();
            }
            Payment payment = database.tables()
                    .payments()
                    .find(sql, operation.get().paymentId())
                    .orElseThrow();
            return Optional.of(new Subjects(payment, operation.get()));
        });
        return open.flatMap(subjects -> settle(subjects, attempt));
    }

    private Optional<Instant> settle(Subjects open, int attempt) {
        Instant askedAt = identity.clock().instant();
        BankBooks.Found found = look(open);
        found.seen().ifPresent(reading -> ledger.read(open.payment().id(), reading, UnaryOperator.identity(), askedAt));
        MoneyResult now = ledger.settle(open.operation(), found.outcome(), found.effect());
        Operation operation = now.operation().orElseThrow();
        if (!operation.state().open()) {
            journal.end(
                    now.payment(),
                    operation,
                    "by the books: " + operation.outcome().finding());
            return Optional.empty();
        }
        int next = attempt + 1;
        if (found.lookAgain() && next < pauses.size()) {
            return Optional.of(identity.clock().instant().plus(pauses.get(next)));
        }
        attention(open, found.outcome().finding());
        return Optional.empty();
    }

    private BankBooks.Found look(Subjects open) {
        Provider provider = open.payment().kind().provider();
        BankBooks bank = books.get(provider);
        if (bank == null) {
            return BankBooks.Found.forPerson("this gateway has no access to " + provider.word());
        }
        try {
            return bank.look(open.payment(), open.operation());
        } catch (PaymentException e) {
            return BankBooks.Found.of(Operation.Outcome.unknown("the bank could not be asked: " + e.getMessage()));
        }
    }

    private void attention(Subjects open, String finding) {
        database.transaction(sql -> {
            database.tables()
                    .attention()
                    .raise(
                            sql,
                            new Subject(
                                    AttentionKind.OPERATION, open.operation().id()),
                            Optional.of(open.payment().shop()),
                            Optional.of(open.payment().id()),
                            "nobody knows whether this "
                                    + open.operation().kind().word() + " of "
                                    + open.operation().amount() + " tenge was carried out: " + finding);
            return true;
        });
    }
}
