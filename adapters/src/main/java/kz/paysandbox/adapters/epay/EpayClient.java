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
import kz.paysandbox.adapters.transport.RequestOptions;
import kz.paysandbox.adapters.transport.WholeCall;

/**
 * Halyk ePay 2.0. Tokens are fetched and kept by themselves. Amounts are in tenge. Safe for any number of threads; make
 * one and keep it.
 */
public final class EpayClient implements AutoCloseable {
    private final EpaySettings settings;
    private final EpayCalls calls;
    private final EpayPayments payments;
    private final EpayOperations operations;

    private EpayClient(EpaySettings settings, EpayCalls calls) {
        this.settings = settings;
        this.calls = calls;
        this.payments = new EpayPayments(settings, calls, this::status);
        this.operations = new EpayOperations(settings, calls, this::status);
    }

    /** A client of one shop. */
    public static EpayClient of(EpaySettings settings) {
        return new EpayClient(settings, new EpayCalls(settings));
    }

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).charge(…)}. Connections, tokens
     * and turns at payments are shared, so it is cheap, and closing either closes both.
     */
    public EpayClient with(RequestOptions options) {
        EpaySettings wished = settings.with(options);
        return new EpayClient(wished, calls.with(wished));
    }

    /**
     * Fetches the bank's key for cryptograms ({@code GET /public.rsa}); repeated after passing failures.
     *
     * @return an RSA key, of 4096 bits at the bank
     * @throws PaymentException of the taxonomy; ProtocolViolation where it is no key
     */
    public PublicKey cardKey() {
        return calls.readOpen("public.rsa", "/public.rsa", EpayReading::cardKey);
    }

    /**
     * Pays with a card, or verifies one ({@code POST /payment/cryptopay}; pages "payment" and "card verification");
     * amount in tenge; sent once. After a lost answer the invoice's status is asked.
     *
     * @param cryptogram made for this shop's terminal
     * @return applied (paid, held, or waiting for the challenge), or not with a {@link ReasonCode}, or unknown
     */
    public MoneyAnswer<CardPayment> pay(CardOrder order, Cryptogram cryptogram) {
        return whole(client -> client.payments.pay(order, cryptogram));
    }

    /**
     * Pays with a saved card ({@code POST /payments/cards/auth}; page "saved cards"); amount in tenge; sent once. After
     * a lost answer the invoice's status is asked.
     *
     * @param cardId from {@link #savedCards} ({@code cardId})
     * @param recurrent whether the customer is not present ({@code recurrent})
     * @return applied (paid, held, or waiting for the challenge), or not with a {@link ReasonCode}, or unknown
     * @throws IllegalArgumentException when the order is a verification
     */
    public MoneyAnswer<CardPayment> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        return whole(client -> client.payments.paySavedCard(order, cardId, recurrent));
    }

    /**
     * Brings back the answer to a challenge ({@code POST /payment/confirm}; seen in other people's code only); amount
     * in tenge; sent once. The call's contract is not published and it is said to answer by a redirect, so only the
     * status is believed afterwards.
     *
     * @param transaction what the challenge belongs to ({@link CardPayment#ref})
     * @param paRes what the customer's bank posted to TermUrl ({@code PaRes})
     * @param md as in the challenge ({@code MD})
     * @return applied (paid or held), or not, or unknown: what the status says
     */
    public MoneyAnswer<CardPayment> confirm(CardOrder order, TransactionRef transaction, String paRes, String md) {
        return whole(client -> client.payments.confirm(order, transaction, paRes, md));
    }

    /**
     * Charges a held payment ({@code POST /operation/:id/charge}; page "charge"); sent once; only from AUTH. The status is
     * read before, and again after a lost answer.
     *
     * @param amount in tenge, up to the held amount; empty for all of it
     * @return applied, or not with the bank's code (100 where the state is another), or unknown
     */
    public MoneyAnswer<OperationDone> charge(TransactionRef transaction, Optional<Tenge> amount) {
        return whole(client -> client.operations.charge(transaction, amount));
    }

    /**
     * Cancels a held payment ({@code POST /operation/:id/cancel}; page "cancel"); sent once; only from AUTH. The status is
     * read before, and again after a lost answer.
     *
     * @return applied, or not with the bank's code (100 where the state is another), or unknown
     */
    public MoneyAnswer<OperationDone> cancel(TransactionRef transaction) {
        return whole(client -> client.operations.cancel(transaction));
    }

    /**
     * Refunds a charged payment ({@code POST /operation/:id/refund}; page "refund"); sent once; only from CHARGE. Minimum
     * and window of {@link RefundRules} are checked before; the status is read before, and again after a lost answer.
     *
     * @param amount in tenge; empty for all of it
     * @param externalId the refund's number in the shop's books (sent as externalID)
     * @return applied, or not with the bank's code (100 where the state is another; 3141 where the contract's refund
     *     limit is reached), or unknown
     */
    public MoneyAnswer<OperationDone> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId) {
        return whole(client -> client.operations.refund(transaction, amount, externalId));
    }

    /**
     * Asks what became of an order ({@code GET /check-status/payment/transaction/:invoiceid}; page "status"); repeated
     * after passing failures.
     *
     * @return the transaction, amount in units of its currency; empty when the bank knows none (resultCode 102)
     * @throws PaymentException of the taxonomy; Rejected with a resultCode: 103, 104, 106, 107, 109
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
     * @throws PaymentException of the taxonomy; Rejected with a resultCode: 103, 104, 106, 107, 109
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
     * Lists a customer's saved cards ({@code GET /cards/:accountId}; page "saved cards"); repeated after passing
     * failures.
     *
     * @return none where the bank says 1373
     * @throws PaymentException of the taxonomy
     */
    public List<SavedCard> savedCards(String accountId) {
        return calls.read("cards", "/cards/" + segment(accountId), EpayReading::cards);
    }

    /**
     * Forgets a saved card ({@code POST /card/deactivate/:cardID}; page "saved cards"); sent once.
     *
     * @throws PaymentException of the taxonomy
     */
    public void forgetCard(String cardId) {
        calls.post(
                "card deactivate",
                "/card/deactivate/" + segment(cardId),
                TokenRequest.service(settings.credentials().terminal()),
                Optional.empty(),
                MoneyReading::nothing);
    }

    /**
     * Makes a payment page to send to a customer ({@code POST /invoice}; page "invoice"); amount in tenge; sent once.
     * Nobody holds the link of a lost answer, so making another is harmless.
     *
     * @param shopId the shop's UUID ({@code shop_id})
     * @param days how long it can be paid ({@code expire_period}), from 1 to 30
     * @return applied, or not with the bank's code, or unknown
     */
    public MoneyAnswer<InvoiceLink> createLink(CardOrder order, String shopId, int days) {
        return payments.createLink(order, shopId, days);
    }

    /**
     * The object for {@code halyk.pay} or {@code halyk.showPaymentWidget} (page "widget"), with a token for this very
     * order; amount in tenge.
     *
     * @return holds the token, so it is for the customer's browser and not for logs
     * @throws PaymentException of the taxonomy when no token can be had
     */
    public WidgetParameters widget(CardOrder order) {
        String terminal = settings.credentials().terminal();
        return WidgetParameters.of(
                order,
                terminal,
                calls.token(TokenRequest.invoice(order, terminal)),
                settings.hosts().widget());
    }

    /**
     * Checks callbacks ({@code postLink}, {@code failurePostLink}) against the shop's orders and this bank's status.
     *
     * @param orders the shop's own orders, as they were sent
     * @param store the shop's memory of what it has acted on
     */
    public CallbackVerifier callbacks(Function<InvoiceId, Optional<CardOrder>> orders, CallbackStore store) {
        return CallbackVerifier.of(
                orders, this::status, store, settings.credentials().terminal());
    }

    /**
     * Makes any call of this client a future: {@code client.async(c -> c.status(id))}.
     *
     * @return completes with the call's answer or its failure; cancelling it interrupts the call
     */
    public <T> CompletableFuture<T> async(Function<EpayClient, T> call) {
        return settings.background().call(() -> call.apply(this));
    }

    /** Stops futures; calls in flight end by themselves. */
    @Override
    public void close() {
        settings.background().close();
        settings.transport().close();
    }

    /** One operation that makes several requests, within one deadline. */
    private <T> T whole(Function<EpayClient, T> operation) {
        WholeCall whole = WholeCall.begin(settings.http());
        EpaySettings limited = settings.within(whole);
        try {
            return operation.apply(new EpayClient(limited, calls.within(limited, whole)));
        } finally {
            whole.end();
        }
    }

    private static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
