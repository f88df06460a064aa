package kz.paysandbox.adapters.epay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.WholeCall;

/** All operations of a client, as chains of steps that are made in one way: blocking, or without holding a thread. */
final class EpayOperations {
    private final EpayCalls calls;
    private final Execution execution;

    EpayOperations(EpayCalls calls, Execution execution) {
        this.calls = calls;
        this.execution = execution;
    }

    CompletableFuture<PublicKey> cardKey() {
        return calls.readOpen(execution, "public.rsa", "/public.rsa", CardReading::cardKey);
    }

    CompletableFuture<MoneyAnswer<CardPayment>> pay(CardOrder order, Cryptogram cryptogram) {
        return whole(within -> payments(within).pay(execution, order, cryptogram));
    }

    CompletableFuture<MoneyAnswer<CardPayment>> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        return whole(within -> payments(within).paySavedCard(execution, order, cardId, recurrent));
    }

    CompletableFuture<MoneyAnswer<CardPayment>> confirm(
            CardOrder order, TransactionRef transaction, String paRes, String md) {
        return whole(within -> payments(within).confirm(execution, order, transaction, paRes, md));
    }

    CompletableFuture<MoneyAnswer<OperationResult>> charge(TransactionRef transaction, Optional<Tenge> amount) {
        return whole(within -> transactions(within).charge(execution, transaction, amount));
    }

    CompletableFuture<MoneyAnswer<OperationResult>> cancel(TransactionRef transaction) {
        return whole(within -> transactions(within).cancel(execution, transaction));
    }

    CompletableFuture<MoneyAnswer<OperationResult>> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId) {
        Optional<String> key = externalId.or(calls.settings()::orderKey);
        return whole(within -> transactions(within).refund(execution, transaction, amount, key));
    }

    CompletableFuture<Optional<Transaction>> status(InvoiceId invoiceId) {
        return new EpayStatus(calls).of(execution, invoiceId);
    }

    CompletableFuture<Optional<Transaction>> statusOfTransaction(String transactionId) {
        return calls.read(
                execution,
                "check-status payment transactionId",
                "/check-status/payment/transactionId/" + segment(transactionId),
                calls.service(),
                StatusReading::status);
    }

    CompletableFuture<Optional<Transaction>> olderStatus(InvoiceId invoiceId) {
        return calls.read(
                execution,
                "operation",
                "/operation/" + invoiceId.value(),
                TokenRequest.older(calls.settings().credentials().terminal()),
                StatusReading::olderStatus);
    }

    CompletableFuture<List<SavedCard>> savedCards(String accountId) {
        return calls.read(execution, "cards", "/cards/" + segment(accountId), calls.service(), CardReading::cards);
    }

    CompletableFuture<Void> forgetCard(String cardId) {
        return calls.post(
                        execution,
                        "card deactivate",
                        "/card/deactivate/" + segment(cardId),
                        calls.service(),
                        Optional.empty(),
                        MoneyReading::nothing)
                .thenAccept(nothing -> {});
    }

    CompletableFuture<MoneyAnswer<InvoiceLink>> createLink(CardOrder order, String shopId, int days) {
        return payments(calls).createLink(execution, order, shopId, days);
    }

    CompletableFuture<WidgetParameters> widget(CardOrder order) {
        String terminal = calls.settings().credentials().terminal();
        return calls.token(execution, TokenRequest.invoice(order, terminal))
                .thenApply(token -> WidgetParameters.of(
                        order, terminal, token, calls.settings().hosts().widget()));
    }

    private static EpayPayments payments(EpayCalls calls) {
        return new EpayPayments(calls, new EpayStatus(calls));
    }

    private static TransactionOperations transactions(EpayCalls calls) {
        return new TransactionOperations(calls, new EpayStatus(calls));
    }

    /** One operation that makes several requests, within one deadline. */
    private <T> CompletableFuture<T> whole(Function<EpayCalls, CompletableFuture<T>> operation) {
        WholeCall whole = WholeCall.begin(calls.settings().http());
        EpayCalls within = calls.within(whole);
        return Futures.begin(() -> operation.apply(within)).whenComplete((value, failure) -> whole.end());
    }

    private static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
