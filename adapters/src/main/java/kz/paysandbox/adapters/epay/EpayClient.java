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
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;

/**
 * Halyk ePay 2.0. Tokens are fetched and kept by themselves. Amounts are in tenge. Safe for any number of threads; make
 * one and keep it.
 */
public interface EpayClient extends AutoCloseable {
    /** A client of one shop. */
    static EpayClient of(EpaySettings settings) {
        return new HttpEpayClient(new EpayCalls(settings));
    }

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).charge(…)}. Connections, tokens
     * and turns at payments are shared, so it is cheap, and closing either closes both.
     */
    EpayClient with(RequestOptions options);

    /** The UUID of the terminal that this client pays with: cryptograms are made for it, widget and callbacks name it. */
    String terminal();

    /**
     * Fetches the bank's key for cryptograms ({@code GET /public.rsa}); repeated after passing failures.
     *
     * @return an RSA key, of 4096 bits at the bank
     * @throws PaymentException of the taxonomy; ProtocolViolation where it is no key
     */
    PublicKey cardKey();

    /**
     * Pays with a card, or verifies one ({@code POST /payment/cryptopay}; pages "payment" and "card verification");
     * amount in tenge; sent once. After a lost answer the invoice's status is asked.
     *
     * @param cryptogram made for this shop's terminal
     * @return applied (paid, held, or waiting for the challenge), or not with a {@link ReasonCode}, or unknown
     */
    MoneyAnswer<CardPayment> pay(CardOrder order, Cryptogram cryptogram);

    /**
     * Pays with a saved card ({@code POST /payments/cards/auth}; page "saved cards"); amount in tenge; sent once. After
     * a lost answer the invoice's status is asked.
     *
     * @param cardId from {@link #savedCards} ({@code cardId})
     * @param recurrent whether the customer is not present ({@code recurrent})
     * @return applied (paid, held, or waiting for the challenge), or not with a {@link ReasonCode}, or unknown
     * @throws IllegalArgumentException when the order is a verification
     */
    MoneyAnswer<CardPayment> paySavedCard(CardOrder order, String cardId, boolean recurrent);

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
    MoneyAnswer<CardPayment> confirm(CardOrder order, TransactionRef transaction, String paRes, String md);

    /**
     * Charges a held payment ({@code POST /operation/:id/charge}; page "charge"); sent once; only from AUTH. The status is
     * read before, and again after a lost answer.
     *
     * @param amount in tenge, up to the held amount; empty for all of it
     * @return applied, or not with the bank's code (100 where the state is another), or unknown
     */
    MoneyAnswer<OperationResult> charge(TransactionRef transaction, Optional<Tenge> amount);

    /**
     * Cancels a held payment ({@code POST /operation/:id/cancel}; page "cancel"); sent once; only from AUTH. The status is
     * read before, and again after a lost answer.
     *
     * @return applied, or not with the bank's code (100 where the state is another), or unknown
     */
    MoneyAnswer<OperationResult> cancel(TransactionRef transaction);

    /**
     * Refunds a charged payment ({@code POST /operation/:id/refund}; page "refund"); sent once; only from CHARGE. Minimum
     * and window of {@link RefundRules} are checked before; the status is read before, and again after a lost answer.
     *
     * @param amount in tenge; empty for all of it
     * @param externalId the refund's number in the shop's books (sent as externalID)
     * @return applied, or not with the bank's code (100 where the state is another; 3141 where the contract's refund
     *     limit is reached), or unknown
     */
    MoneyAnswer<OperationResult> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId);

    /**
     * Asks what became of an order ({@code GET /check-status/payment/transaction/:invoiceid}; page "status"); repeated
     * after passing failures.
     *
     * @return the transaction, amount in units of its currency; empty when the bank knows none (resultCode 102)
     * @throws PaymentException of the taxonomy; Rejected with a resultCode: 103, 104, 106, 107, 109
     */
    Optional<Transaction> status(InvoiceId invoiceId);

    /**
     * Asks what became of a transaction ({@code GET /check-status/payment/transactionId/:id}; seen in other people's
     * code only, on no page of the bank: prefer {@link #status}).
     *
     * @param transactionId the transaction's UUID
     * @return the transaction, amount in units of its currency; empty when the bank knows none (resultCode 102)
     * @throws PaymentException of the taxonomy; Rejected with a resultCode: 103, 104, 106, 107, 109
     */
    Optional<Transaction> statusOfTransaction(String transactionId);

    /**
     * Asks what became of an order in the older way ({@code GET /operation/:invoiceid}, page "status-tranzakcii"), for
     * shops whose terminal the newer page does not serve.
     *
     * @return the transaction, amount in units of its currency, {@code code} as its state; empty when the bank knows none
     * @throws PaymentException of the taxonomy
     */
    Optional<Transaction> olderStatus(InvoiceId invoiceId);

    /**
     * Lists a customer's saved cards ({@code GET /cards/:accountId}; page "saved cards"); repeated after passing
     * failures.
     *
     * @return none where the bank says 1373
     * @throws PaymentException of the taxonomy
     */
    List<SavedCard> savedCards(String accountId);

    /**
     * Forgets a saved card ({@code POST /card/deactivate/:cardID}; page "saved cards"); sent once.
     *
     * @throws PaymentException of the taxonomy
     */
    void forgetCard(String cardId);

    /**
     * Makes a payment page to send to a customer ({@code POST /invoice}; page "invoice"); amount in tenge; sent once.
     * After a lost answer, making another is harmless only where the order has neither e-mail nor phone, for then nobody
     * holds the link; else the bank may have sent it to the customer: ask for the status first ({@link #status}).
     *
     * @param shopId the shop's UUID ({@code shop_id})
     * @param days how long it can be paid ({@code expire_period}), from 1 to 30
     * @return applied, or not with the bank's code, or unknown
     */
    MoneyAnswer<InvoiceLink> createLink(CardOrder order, String shopId, int days);

    /**
     * The object for {@code halyk.pay} or {@code halyk.showPaymentWidget} (page "widget"), with a token for this very
     * order; amount in tenge.
     *
     * @return holds the token, so it is for the customer's browser and not for logs
     * @throws PaymentException of the taxonomy when no token can be had
     */
    WidgetParameters widget(CardOrder order);

    /**
     * Checks callbacks ({@code postLink}, {@code failurePostLink}) against the shop's orders and this bank's status.
     *
     * @param orders the shop's own orders, as they were sent
     * @param store the shop's memory of what it has acted on
     */
    CallbackVerifier callbacks(Function<InvoiceId, Optional<CardOrder>> orders, CallbackStore store);

    /**
     * The same calls as futures that hold no thread while they wait.
     *
     * @return shares connections, tokens, turns and settings with this client
     */
    EpayAsync async();

    /** Stops futures; calls in flight end by themselves. */
    @Override
    void close();
}
