package kz.paysandbox.adapters.epay.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict.Kind;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * The check of callbacks, none of which is believed by itself: it must fit the shop's order, and the bank's own status
 * must say the same. Only then is it compared with what was seen before, and given to the shop; it counts as seen when
 * the shop has acted on it.
 */
public final class CallbackVerifier {
    private static final String FOREIGN_TERMINAL = "the terminal is another shop's";

    private final Function<InvoiceId, Optional<CardOrder>> orders;
    private final Function<InvoiceId, Optional<Transaction>> status;
    private final CallbackStore store;
    private final CallbackTerminal terminal;

    private CallbackVerifier(
            Function<InvoiceId, Optional<CardOrder>> orders,
            Function<InvoiceId, Optional<Transaction>> status,
            CallbackStore store,
            CallbackTerminal terminal) {
        this.orders = orders;
        this.status = status;
        this.store = store;
        this.terminal = terminal;
    }

    /** A verifier over the shop's orders, the bank's status, and a store of what was acted on, for one terminal. */
    public static CallbackVerifier of(
            Function<InvoiceId, Optional<CardOrder>> orders,
            Function<InvoiceId, Optional<Transaction>> status,
            CallbackStore store,
            String terminal) {
        return new CallbackVerifier(orders, status, store, new CallbackTerminal(terminal));
    }

    /** The same verifier with another store. */
    public CallbackVerifier over(CallbackStore other) {
        return new CallbackVerifier(orders, status, other, terminal);
    }

    /**
     * Judges the body of a callback, and lets the shop act on a genuine and new one; never throws for what the body holds.
     * What the handler throws is thrown on, and the callback stays new: answer the bank with an error then, and its
     * repeat is acted on.
     *
     * @param handler what the shop does with the transaction, as the bank's status shows it
     */
    public CallbackVerdict handle(byte[] body, Consumer<Transaction> handler) {
        Callback callback;
        try {
            callback = Callback.parse(body);
        } catch (IllegalArgumentException e) {
            return CallbackVerdict.of(Kind.MISMATCH, String.valueOf(e.getMessage()));
        }
        return mismatch(callback)
                .map(why -> CallbackVerdict.of(Kind.MISMATCH, why))
                .orElseGet(() -> confirm(callback, handler));
    }

    /** Why a callback does not fit the shop's order; the bank is not asked. */
    public Optional<String> mismatch(Callback callback) {
        return orders.apply(callback.invoiceId())
                .map(order -> mismatch(callback, order))
                .orElseGet(() -> Optional.of("no such order: " + callback.invoiceId()));
    }

    private Optional<String> mismatch(Callback callback, CardOrder order) {
        if (callback.amount().compareTo(order.amount().amount()) != 0) {
            return Optional.of("the amount is " + callback.amount() + ", the order's is " + order.amount());
        }
        if (!callback.currency().equals(order.currency())) {
            return Optional.of("the currency is " + callback.currency());
        }
        if (terminal.foreign(callback)) {
            return Optional.of(FOREIGN_TERMINAL);
        }
        boolean fits = order.secretHash()
                .map(word -> callback.secretHash().map(sent -> same(sent, word)).orElse(false))
                .orElse(true);
        return fits ? Optional.empty() : Optional.of("secret_hash is missing or another");
    }

    /**
     * Asks the bank about a callback that fits the order, and lets the shop act on it as {@link #handle} does.
     *
     * @param handler what the shop does with the transaction, as the bank's status shows it
     */
    public CallbackVerdict confirm(Callback callback, Consumer<Transaction> handler) {
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
        if (!bank.id().equalsIgnoreCase(callback.id()) || bank.amount().compareTo(callback.amount()) != 0) {
            return new CallbackVerdict(Kind.MISMATCH, "the bank's status shows another payment", found);
        }
        if (terminal.foreign(callback, bank)) {
            return new CallbackVerdict(Kind.MISMATCH, FOREIGN_TERMINAL, found);
        }
        if (callback.success() && !taken(bank)) {
            return new CallbackVerdict(
                    Kind.UNCONFIRMED,
                    "the callback says ok, the bank says " + bank.state().raw(),
                    found);
        }
        return compared(callback, bank, handler);
    }

    /** A card that was verified is no payment of an amount. */
    private static boolean taken(Transaction bank) {
        TransactionState.Kind kind = bank.state().kind();
        return (bank.state().successful() || kind.stage() > TransactionState.Kind.CHARGE.stage())
                && (kind != TransactionState.Kind.VERIFIED || bank.amount().signum() == 0);
    }

    private CallbackVerdict compared(Callback callback, Transaction bank, Consumer<Transaction> handler) {
        Optional<Transaction> found = Optional.of(bank);
        int stage = stage(callback, bank);
        return switch (store.once(callback.id().toLowerCase(Locale.ROOT), stage, () -> handler.accept(bank))) {
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
