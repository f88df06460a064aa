package kz.paysandbox.gateway.pay.card;

import java.math.BigDecimal;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.epay.EpayAsync;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.callback.CallbackStore;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.payment.AccessToken;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.InvoiceLink;
import kz.paysandbox.adapters.epay.payment.OperationResult;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;

/** An ePay in memory: orders by invoice, one transaction each. */
final class MemoryEpay implements EpayClient {
    static final Challenge QUESTION = new Challenge(URI.create("https://acs.example/ask"), "pa-req", "md-1");

    final Map<String, Transaction> books = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    final List<SavedCard> cards = new ArrayList<>();

    /** What the next calls end with, instead of being carried out. */
    final Deque<PaymentException> troubles = new ArrayDeque<>();

    /** Whether the customer's bank asks before a saved card pays. */
    boolean asks;

    /** Why the bank cannot be asked for a state. */
    Optional<PaymentException> unreachable = Optional.empty();

    /** What happens while the bank is asked for a state. */
    Runnable whenAsked = () -> {};

    private int last;

    /** The next call is lost: nobody knows. */
    void loses() {
        troubles.add(OutcomeUnknown.lost("request-1", "lost", null));
    }

    /** The next call is refused with a code. */
    void refuses(long code) {
        troubles.add(Rejected.of("request-1", code, "no"));
    }

    private Transaction transaction(String invoice, BigDecimal amount, String word) {
        last++;
        String id = "00000000-0000-4000-8000-00000000000" + last;
        return CardSamples.transaction(id, invoice, amount, word, Optional.of(amount));
    }

    /** The customer has paid on the bank's page. */
    void paid(String invoice, long tenge, String word) {
        books.put(invoice, transaction(invoice, BigDecimal.valueOf(tenge), word));
    }

    /** The bank's books show an order so. */
    void shows(String invoice, long tenge, String word, long payout) {
        String id = Optional.ofNullable(books.get(invoice)).orElseThrow().id();
        books.put(
                invoice,
                CardSamples.transaction(
                        id, invoice, BigDecimal.valueOf(tenge), word, Optional.of(BigDecimal.valueOf(payout))));
    }

    private <T> MoneyAnswer<T> answered(String what, Supplier<T> carriedOut) {
        asked.add(what);
        PaymentException trouble = troubles.poll();
        if (trouble == null) {
            return MoneyAnswer.applied(carriedOut.get());
        }
        return trouble instanceof OutcomeUnknown
                ? MoneyAnswer.unknown(trouble, "nobody knows")
                : MoneyAnswer.notApplied(trouble, "refused");
    }

    @Override
    public MoneyAnswer<CardPayment> paySavedCard(CardOrder order, String cardId, boolean recurrent) {
        return answered("pay " + cardId, () -> {
            String invoice = order.invoiceId().value();
            Transaction made = transaction(invoice, order.amount().amount(), asks ? "3D" : "CHARGE");
            books.put(invoice, made);
            return asks
                    ? new CardPayment(
                            new TransactionRef(made.id(), order.invoiceId()),
                            CardPayment.Stage.CHALLENGE,
                            Optional.of(QUESTION),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())
                    : CardPayment.of(made, order.invoiceId(), CardPayment.Stage.TAKEN);
        });
    }

    @Override
    public MoneyAnswer<CardPayment> confirm(CardOrder order, TransactionRef transaction, String paRes, String md) {
        return answered("confirm " + paRes + " " + md, () -> {
            Transaction after = moved(transaction, order.amount().amount(), "CHARGE", Optional.empty());
            return CardPayment.of(after, order.invoiceId(), CardPayment.Stage.CHARGED);
        });
    }

    private Transaction moved(TransactionRef ref, BigDecimal amount, String word, Optional<BigDecimal> payout) {
        Transaction after = CardSamples.transaction(ref.id(), ref.invoiceId().value(), amount, word, payout);
        books.put(ref.invoiceId().value(), after);
        return after;
    }

    private Transaction now(TransactionRef ref) {
        return Optional.ofNullable(books.get(ref.invoiceId().value())).orElseThrow();
    }

    @Override
    public MoneyAnswer<OperationResult> charge(TransactionRef transaction, Optional<Tenge> amount) {
        BigDecimal sum = amount.map(Tenge::amount).orElse(BigDecimal.ZERO);
        return answered(
                "charge " + sum.toPlainString(),
                () -> new OperationResult(
                        transaction, Optional.of(moved(transaction, sum, "CHARGE", Optional.of(sum)))));
    }

    @Override
    public MoneyAnswer<OperationResult> cancel(TransactionRef transaction) {
        return answered(
                "cancel",
                () -> new OperationResult(
                        transaction,
                        Optional.of(moved(
                                transaction, now(transaction).amount(), "CANCEL", Optional.of(BigDecimal.ZERO)))));
    }

    @Override
    public MoneyAnswer<OperationResult> refund(
            TransactionRef transaction, Optional<Tenge> amount, Optional<String> externalId) {
        BigDecimal sum = amount.map(Tenge::amount).orElse(BigDecimal.ZERO);
        return answered("refund " + sum.toPlainString(), () -> {
            Transaction before = now(transaction);
            BigDecimal left = before.payout().orElse(before.amount()).subtract(sum);
            return new OperationResult(
                    transaction,
                    Optional.of(moved(
                            transaction,
                            before.amount(),
                            left.signum() == 0 ? "REFUND" : "CHARGE",
                            Optional.of(left))));
        });
    }

    @Override
    public Optional<Transaction> status(InvoiceId invoiceId) {
        asked.add("status");
        whenAsked.run();
        if (unreachable.isPresent()) {
            throw unreachable.get();
        }
        return Optional.ofNullable(books.get(invoiceId.value()));
    }

    @Override
    public WidgetParameters widget(CardOrder order) {
        asked.add("token");
        PaymentException trouble = troubles.poll();
        if (trouble != null) {
            throw trouble;
        }
        AccessToken token = new AccessToken(
                "token-" + order.invoiceId(), "payment", "Bearer", "", Instant.EPOCH, Duration.ofMinutes(20));
        return WidgetParameters.of(order, terminal(), token, URI.create("https://widget.example/payment-api.js"));
    }

    @Override
    public List<SavedCard> savedCards(String accountId) {
        asked.add("cards " + accountId);
        return List.copyOf(cards);
    }

    @Override
    public void forgetCard(String cardId) {
        asked.add("forget " + cardId);
        PaymentException trouble = troubles.poll();
        if (trouble != null) {
            throw trouble;
        }
        cards.removeIf(card -> card.id().equals(cardId));
    }

    @Override
    public String terminal() {
        return "67e34d63-0000-4bd1-898e-370781d0074d";
    }

    @Override
    public EpayClient with(RequestOptions options) {
        return this;
    }

    @Override
    public PublicKey cardKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MoneyAnswer<CardPayment> pay(CardOrder order, Cryptogram cryptogram) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Transaction> statusOfTransaction(String transactionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Transaction> olderStatus(InvoiceId invoiceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MoneyAnswer<InvoiceLink> createLink(CardOrder order, String shopId, int days) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CallbackVerifier callbacks(Function<InvoiceId, Optional<CardOrder>> orders, CallbackStore store) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EpayAsync async() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
