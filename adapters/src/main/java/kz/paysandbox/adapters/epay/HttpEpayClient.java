package kz.paysandbox.adapters.epay;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.callback.CallbackStore;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
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
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.RequestOptions;

/** {@link EpayClient} over HTTP: each operation is made on the calling thread. */
final class HttpEpayClient implements EpayClient {
    private final EpayCalls calls;
    private final EpayOperations operations;

    HttpEpayClient(EpayCalls calls) {
        this.calls = calls;
        this.operations = new EpayOperations(calls, Execution.BLOCKING);
    }

    @Override
    public EpayClient with(RequestOptions options) {
        return new HttpEpayClient(calls.with(calls.settings().with(options)));
    }

    @Override
    public EpayAsync async() {
        return new EpayAsync(calls);
    }

    @Override
    public String terminal() {
        return calls.settings().credentials().terminal();
    }

    @Override
    public PublicKey cardKey() {
        return Futures.now(operations.cardKey());
    }

    @Override
    public MoneyAnswer<CardPayment> pay(CardOrder order, Cryptogram cryptogram) {
        return Futures.now(operations.pay(order, cryptogram));
    }

    @Override
    public MoneyAnswer<CardPayment> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        return Futures.now(operations.paySavedCard(order, cardId, recurrent));
    }

    @Override
    public MoneyAnswer<CardPayment> confirm(CardOrder order, TransactionRef transaction, String paRes, String md) {
        return Futures.now(operations.confirm(order, transaction, paRes, md));
    }

    @Override
    public MoneyAnswer<OperationResult> charge(TransactionRef transaction, Optional<Tenge> amount) {
        return Futures.now(operations.charge(transaction, amount));
    }

    @Override
    public MoneyAnswer<OperationResult> cancel(TransactionRef transaction) {
        return Futures.now(operations.cancel(transaction));
    }

    @Override
    public MoneyAnswer<OperationResult> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId) {
        return Futures.now(operations.refund(transaction, amount, externalId));
    }

    @Override
    public Optional<Transaction> status(InvoiceId invoiceId) {
        return Futures.now(operations.status(invoiceId));
    }

    @Override
    public Optional<Transaction> statusOfTransaction(String transactionId) {
        return Futures.now(operations.statusOfTransaction(transactionId));
    }

    @Override
    public Optional<Transaction> olderStatus(InvoiceId invoiceId) {
        return Futures.now(operations.olderStatus(invoiceId));
    }

    @Override
    public List<SavedCard> savedCards(String accountId) {
        return Futures.now(operations.savedCards(accountId));
    }

    @Override
    public void forgetCard(String cardId) {
        var unused = Futures.now(operations.forgetCard(cardId));
    }

    @Override
    public MoneyAnswer<InvoiceLink> createLink(CardOrder order, String shopId, int days) {
        return Futures.now(operations.createLink(order, shopId, days));
    }

    @Override
    public WidgetParameters widget(CardOrder order) {
        return Futures.now(operations.widget(order));
    }

    @Override
    public CallbackVerifier callbacks(Function<InvoiceId, Optional<CardOrder>> orders, CallbackStore store) {
        return CallbackVerifier.of(orders, this::status, store, terminal());
    }

    @Override
    public void close() {
        calls.settings().background().close();
        calls.settings().transport().close();
    }
}
