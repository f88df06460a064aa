package kz.paysandbox.adapters.epay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/**
 * Halyk ePay 2.0. Tokens are fetched and kept by themselves. Amounts are in tenge. Safe for any number of threads; make
 * one and keep it.
 */
public final class EpayClient implements AutoCloseable {
    private final EpaySettings settings;
    private final EpayCalls calls;
    private final EpayPayments payments;
    private final EpayOperations operations;

    private EpayClient(EpaySettings settings) {
        this.settings = settings;
        this.calls = new EpayCalls(settings);
        this.payments = new EpayPayments(settings, calls, this::status);
        this.operations = new EpayOperations(settings, calls, this::status);
    }

    /** A client of one shop. */
    public static EpayClient of(EpaySettings settings) {
        return new EpayClient(settings);
    }

    /**
     * Fetches the bank's key for cryptograms ({@code GET /public.rsa}).
     *
     * @throws PaymentException of the taxonomy
     */
    public PublicKey cardKey() {
        return calls.readOpen("public.rsa", "/public.rsa", EpayReading::cardKey);
    }

    /**
     * Pays with a card ({@code POST /payment/cryptopay}); sent once. After a lost answer the invoice's status is asked.
     *
     * @return applied (paid, held, or waiting for the challenge), or not with a {@link ReasonCode}, or unknown
     */
    public MoneyAnswer<CardPayment> pay(CardOrder order, Cryptogram cryptogram) {
        return payments.pay(order, cryptogram);
    }

    /**
     * Pays with a saved card ({@code POST /payments/cards/auth}); sent once.
     *
     * @param cardId from {@link #savedCards} ({@code cardId})
     * @param recurrent whether the customer is not present ({@code recurrent})
     */
    public MoneyAnswer<CardPayment> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        return payments.paySavedCard(order, cardId, recurrent);
    }

    /**
     * Brings back the answer to a challenge ({@code POST /payment/confirm}); sent once. The call's contract is not
     * published and it is said to answer by a redirect, so only the status is believed afterwards.
     *
     * @param paRes what the customer's bank posted to TermUrl ({@code PaRes})
     * @param md as in the challenge ({@code MD})
     */
    public MoneyAnswer<CardPayment> confirm(CardOrder order, CardPayment payment, String paRes, String md) {
        return payments.confirm(order, payment, paRes, md);
    }

    /**
     * Charges a held payment ({@code POST /operation/:id/charge}); sent once; only from AUTH.
     *
     * @param amount in tenge, up to the held amount; empty for all of it
     * @return applied, or not, or unknown
     */
    public MoneyAnswer<OperationDone> charge(TransactionRef transaction, Optional<Tenge> amount) {
        return operations.charge(transaction, amount);
    }

    /** Cancels a held payment ({@code POST /operation/:id/cancel}); sent once; only from AUTH. */
    public MoneyAnswer<OperationDone> cancel(TransactionRef transaction) {
        return operations.cancel(transaction);
    }

    /**
     * Refunds a charged payment ({@code POST /operation/:id/refund}); sent once; only from CHARGE. Minimum and window of
     * {@link RefundRules} are checked before.
     *
     * @param amount in tenge; empty for all of it
     * @param externalId the refund's number in the shop's books
     * @return applied, or not, or unknown
     */
    public MoneyAnswer<OperationDone> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId) {
        return operations.refund(transaction, amount, externalId);
    }

    /**
     * Asks what became of an order ({@code GET /check-status/payment/transaction/:invoiceid}).
     *
     * @return the transaction; empty when the bank knows none (resultCode 102)
     * @throws PaymentException of the taxonomy; Rejected with a resultCode: 101, 104, 106, 109
     */
    public Optional<Transaction> status(InvoiceId invoiceId) {
        return calls.read(
                "check-status payment transaction",
                "/check-status/payment/transaction/" + invoiceId.value(),
                EpayReading::status);
    }

    /**
     * Asks what became of a transaction ({@code GET /check-status/payment/transactionId/:id}; seen in other people's
     * code only, on no page of the bank: prefer {@link #status}).
     *
     * @param transactionId the transaction's UUID
     * @return the transaction, amount in units of its currency; empty when the bank knows none (resultCode 102)
     * @throws PaymentException of the taxonomy; Rejected with a resultCode: 101, 104, 106, 109
     */
    public Optional<Transaction> statusOfTransaction(String transactionId) {
        return calls.read(
                "check-status payment transactionId",
                "/check-status/payment/transactionId/" + segment(transactionId),
                EpayReading::status);
    }

    /**
     * Asks what became of an order in the older way ({@code GET /operation/:invoiceid}, page "status-tranzakcii"), for
     * shops whose terminal the newer page does not serve.
     *
     * @return the transaction, amount in units of its currency, {@code code} as its state; empty when the bank knows none
     * @throws PaymentException of the taxonomy
     */
    public Optional<Transaction> olderStatus(InvoiceId invoiceId) {
        return calls.read(
                "operation",
                "/operation/" + invoiceId.value(),
                TokenRequest.older(settings.credentials().terminal()),
                EpayReading::olderStatus);
    }

    /**
     * Lists a customer's saved cards ({@code GET /cards/:accountId}).
     *
     * @throws PaymentException of the taxonomy
     */
    public List<SavedCard> savedCards(String accountId) {
        return calls.read("cards", "/cards/" + segment(accountId), EpayReading::cards);
    }

    /**
     * Forgets a saved card ({@code POST /card/deactivate/:cardID}); sent once.
     *
     * @throws PaymentException of the taxonomy
     */
    public void forgetCard(String cardId) {
        calls.post(
                "card deactivate",
                "/card/deactivate/" + segment(cardId),
                TokenRequest.service(settings.credentials().terminal()),
                Optional.empty(),
                EpayReading::done);
    }

    /**
     * Makes a payment page to send to a customer ({@code POST /invoice}); sent once. Nobody holds the link of a lost
     * answer, so making another is harmless.
     *
     * @param shopId the shop's UUID ({@code shop_id})
     * @param days how long it can be paid ({@code expire_period}), from 1 to 30
     */
    public MoneyAnswer<InvoiceLink> createLink(CardOrder order, String shopId, int days) {
        return payments.createLink(order, shopId, days);
    }

    /** The object for {@code halyk.pay} or {@code halyk.showPaymentWidget}, with a token for this very order. */
    public WidgetParameters widget(CardOrder order) {
        String terminal = settings.credentials().terminal();
        return WidgetParameters.of(
                order,
                terminal,
                calls.token(TokenRequest.invoice(order, terminal)),
                settings.hosts().widget());
    }

    /** Checks callbacks against the shop's orders and this bank's status. */
    public CallbackVerifier callbacks(Function<InvoiceId, Optional<CardOrder>> orders, CallbackStore store) {
        return CallbackVerifier.of(
                orders, this::status, store, settings.credentials().terminal());
    }

    /** Makes any call of this client a future: {@code client.async(c -> c.status(id))}; cancelling it interrupts. */
    public <T> CompletableFuture<T> async(Function<EpayClient, T> call) {
        return settings.background().call(() -> call.apply(this));
    }

    /** Stops futures; calls in flight end by themselves. */
    @Override
    public void close() {
        settings.background().close();
        settings.transport().close();
    }

    private static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
