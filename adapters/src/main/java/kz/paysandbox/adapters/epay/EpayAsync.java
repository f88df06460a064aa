package kz.paysandbox.adapters.epay;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.InvoiceLink;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Futures;

/**
 * The calls of {@link EpayClient} as futures. A call holds no thread while it waits; its future completes where
 * {@link EpaySettings#background} executes. Wrong arguments are in the future too. Cancelling it gives the request up: what
 * has not left is not sent, and of what may have left the listener is told that the outcome is unknown. The
 * cancelled future itself says neither: give a call that moves money a deadline, and do not cancel it.
 */
public final class EpayAsync {
    private final EpayCalls calls;

    EpayAsync(EpayCalls calls) {
        this.calls = calls;
    }

    private <T> CompletableFuture<T> start(Function<EpayOperations, CompletableFuture<T>> operation) {
        return Futures.start(
                calls.settings().background().executor(),
                execution -> operation.apply(new EpayOperations(calls, execution)));
    }

    /** {@link EpayClient#cardKey} as a future. */
    public CompletableFuture<PublicKey> cardKey() {
        return start(operations -> operations.cardKey());
    }

    /** {@link EpayClient#pay} as a future. */
    public CompletableFuture<MoneyAnswer<CardPayment>> pay(CardOrder order, Cryptogram cryptogram) {
        return start(operations -> operations.pay(order, cryptogram));
    }

    /** {@link EpayClient#paySavedCard} as a future. */
    public CompletableFuture<MoneyAnswer<CardPayment>> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        return start(operations -> operations.paySavedCard(order, cardId, recurrent));
    }

    /** {@link EpayClient#confirm} as a future. */
    public CompletableFuture<MoneyAnswer<CardPayment>> confirm(
            CardOrder order, TransactionRef transaction, String paRes, String md) {
        return start(operations -> operations.confirm(order, transaction, paRes, md));
    }

    /** {@link EpayClient#charge} as a future. */
    public CompletableFuture<MoneyAnswer<OperationResult>> charge(TransactionRef transaction, Optional<Tenge> amount) {
        return start(operations -> operations.charge(transaction, amount));
    }

    /** {@link EpayClient#cancel} as a future. */
    public CompletableFuture<MoneyAnswer<OperationResult>> cancel(TransactionRef transaction) {
        return start(operations -> operations.cancel(transaction));
    }

    /** {@link EpayClient#refund} as a future. */
    public CompletableFuture<MoneyAnswer<OperationResult>> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId) {
        return start(operations -> operations.refund(transaction, amount, externalId));
    }

    /** {@link EpayClient#status} as a future. */
    public CompletableFuture<Optional<Transaction>> status(InvoiceId invoiceId) {
        return start(operations -> operations.status(invoiceId));
    }

    /** {@link EpayClient#statusOfTransaction} as a future. */
    public CompletableFuture<Optional<Transaction>> statusOfTransaction(String transactionId) {
        return start(operations -> operations.statusOfTransaction(transactionId));
    }

    /** {@link EpayClient#olderStatus} as a future. */
    public CompletableFuture<Optional<Transaction>> olderStatus(InvoiceId invoiceId) {
        return start(operations -> operations.olderStatus(invoiceId));
    }

    /** {@link EpayClient#savedCards} as a future. */
    public CompletableFuture<List<SavedCard>> savedCards(String accountId) {
        return start(operations -> operations.savedCards(accountId));
    }

    /** {@link EpayClient#forgetCard} as a future. */
    public CompletableFuture<Void> forgetCard(String cardId) {
        return start(operations -> operations.forgetCard(cardId));
    }

    /** {@link EpayClient#createLink} as a future. */
    public CompletableFuture<MoneyAnswer<InvoiceLink>> createLink(CardOrder order, String shopId, int days) {
        return start(operations -> operations.createLink(order, shopId, days));
    }

    /** {@link EpayClient#widget} as a future. */
    public CompletableFuture<WidgetParameters> widget(CardOrder order) {
        return start(operations -> operations.widget(order));
    }
}
