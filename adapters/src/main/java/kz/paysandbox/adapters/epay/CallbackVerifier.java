package kz.paysandbox.adapters.epay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.CallbackVerdict.Kind;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * Believes no callback by itself: it must fit the shop's order, and the bank's own status must say the same. Only then
 * is it compared with what was seen before.
 */
public final class CallbackVerifier {
    private final Function<InvoiceId, Optional<CardOrder>> orders;
    private final Function<InvoiceId, Optional<Transaction>> status;
    private final CallbackStore store;
    private final String terminal;

    private CallbackVerifier(
            Function<InvoiceId, Optional<CardOrder>> orders,
            Function<InvoiceId, Optional<Transaction>> status,
            CallbackStore store,
            String terminal) {
        this.orders = orders;
        this.status = status;
        this.store = store;
        this.terminal = terminal;
    }

    static CallbackVerifier of(
            Function<InvoiceId, Optional<CardOrder>> orders,
            Function<InvoiceId, Optional<Transaction>> status,
            CallbackStore store,
            String terminal) {
        return new CallbackVerifier(orders, status, store, terminal);
    }

    /** Judges the body of a callback; never throws for what the body holds. */
    public CallbackVerdict verify(byte[] body) {
        try {
            return verify(Callback.parse(body));
        } catch (IllegalArgumentException e) {
            return CallbackVerdict.of(Kind.MISMATCH, String.valueOf(e.getMessage()));
        }
    }

    private CallbackVerdict verify(Callback callback) {
        Optional<CardOrder> order = orders.apply(callback.invoiceId());
        if (order.isEmpty()) {
            return CallbackVerdict.of(Kind.MISMATCH, "no such order: " + callback.invoiceId());
        }
        return mismatch(callback, order.get())
                .map(why -> CallbackVerdict.of(Kind.MISMATCH, why))
                .orElseGet(() -> confirmed(callback));
    }

    private static Optional<String> mismatch(Callback callback, CardOrder order) {
        if (!EpayReading.same(callback.amount(), order.amount().amount())) {
            return Optional.of("the amount is " + callback.amount() + ", the order's is " + order.amount());
        }
        if (!callback.currency().equals(order.currency())) {
            return Optional.of("the currency is " + callback.currency());
        }
        boolean fits = order.secretHash()
                .map(word -> callback.secretHash().map(sent -> same(sent, word)).orElse(false))
                .orElse(true);
        return fits ? Optional.empty() : Optional.of("secret_hash is missing or another");
    }

    private CallbackVerdict confirmed(Callback callback) {
        Optional<Transaction> found;
        try {
            found = status.apply(callback.invoiceId());
        } catch (PaymentException e) {
            return CallbackVerdict.of(Kind.UNCONFIRMED, "the status could not be asked: " + e.getMessage());
        }
        if (found.isEmpty()) {
            return CallbackVerdict.of(Kind.UNCONFIRMED, "the bank knows no such invoice");
        }
        Transaction bank = found.get();
        if (!callback.success() && !bank.id().equalsIgnoreCase(callback.id())) {
            return new CallbackVerdict(Kind.OUTDATED, "the failure of another try", found);
        }
        if (!bank.id().equalsIgnoreCase(callback.id()) || !EpayReading.same(bank.amount(), callback.amount())) {
            return new CallbackVerdict(Kind.MISMATCH, "the bank's status shows another payment", found);
        }
        if (foreignTerminal(callback, bank)) {
            return new CallbackVerdict(Kind.MISMATCH, "the terminal is another shop's", found);
        }
        if (callback.success() && !taken(bank)) {
            return new CallbackVerdict(
                    Kind.UNCONFIRMED,
                    "the callback says ok, the bank says " + bank.state().raw(),
                    found);
        }
        return compared(callback, bank);
    }

    /** The callback may name the terminal by its number or by its UUID; the status shows both. */
    private boolean foreignTerminal(Callback callback, Transaction bank) {
        boolean own = bank.terminalId().map(terminal::equalsIgnoreCase).orElse(true);
        boolean named = callback.terminal()
                .map(sent -> sent.equalsIgnoreCase(terminal)
                        || bank.terminal().map(sent::equals).orElse(true))
                .orElse(true);
        return !own || !named;
    }

    private static boolean taken(Transaction bank) {
        return bank.state().successful() || bank.state().kind().stage() > TransactionState.Kind.CHARGE.stage();
    }

    private CallbackVerdict compared(Callback callback, Transaction bank) {
        Optional<Transaction> found = Optional.of(bank);
        int stage = stage(callback, bank);
        return switch (store.remember(callback.id(), stage)) {
            case FIRST ->
                new CallbackVerdict(
                        Kind.ACCEPTED, "the bank says " + bank.state().raw(), found);
            case DUPLICATE -> new CallbackVerdict(Kind.DUPLICATE, "seen before", found);
            case OUTDATED -> new CallbackVerdict(Kind.OUTDATED, "a later stage was seen before", found);
        };
    }

    /** A failure reported late, after the money was taken, belongs to an earlier try. */
    private static int stage(Callback callback, Transaction bank) {
        return callback.success() || !bank.state().successful()
                ? bank.state().kind().stage()
                : TransactionState.Kind.NEW.stage();
    }

    /** In constant time, as for a password. */
    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
