package kz.paysandbox.features.epay.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URI;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.InvoiceLink;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.epay.driver.Belief;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.driver.CardBooks;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.epay.driver.KeptCard;
import kz.paysandbox.features.epay.driver.Order;

/** Halyk ePay through its adapter. */
final class AdapterEpay implements Epay {

    private static final int INVOICE_NOT_FOUND = 102;
    private static final int REMEMBERED = 100;

    private final EpayClient client;
    private final String terminal;
    private final Map<InvoiceId, CardOrder> orders = new ConcurrentHashMap<>();
    private final CallbackVerifier callbacks;

    AdapterEpay(EpayClient client, String terminal) {
        this.client = client;
        this.terminal = terminal;
        this.callbacks = client.callbacks(
                invoice -> Optional.ofNullable(orders.get(invoice)), InMemoryCallbackStore.of(REMEMBERED));
    }

    @Override
    public Answer<Boolean> key() {
        return EpayReadings.about(() -> client.cardKey().getEncoded().length > 0);
    }

    @Override
    public Answer<CardSale> pay(Order order, Card card) {
        return EpayReadings.money(() -> {
                    kz.paysandbox.adapters.epay.payment.Card typed = kz.paysandbox.adapters.epay.payment.Card.of(
                            card.pan(),
                            YearMonth.parse(card.expiry(), DateTimeFormatter.ofPattern("MMyy")),
                            card.cvc());
                    return client.pay(EpayReadings.order(order), Cryptogram.of(typed, terminal, client.cardKey()));
                })
                .map(EpayReadings::sale);
    }

    @Override
    public Answer<CardSale> payByKept(Order order, String card) {
        return EpayReadings.money(() -> client.paySavedCard(EpayReadings.order(order), card, false))
                .map(EpayReadings::sale);
    }

    @Override
    public Answer<CardSale> confirm(Order order, CardSale sale, String paRes) {
        String md = sale.question().map(CardSale.Question::md).orElse("");
        return EpayReadings.money(() -> client.confirm(EpayReadings.order(order), ref(sale), paRes, md))
                .map(EpayReadings::sale);
    }

    @Override
    public Answer<CardBooks> books(String invoice) {
        Answer<Optional<CardBooks>> found =
                EpayReadings.about(() -> client.status(InvoiceId.of(invoice)).map(EpayReadings::books));
        return found.value().filter(Optional::isEmpty).isPresent()
                ? Answer.refused(INVOICE_NOT_FOUND, "the bank knows no such invoice")
                : found.map(Optional::orElseThrow);
    }

    @Override
    public Answer<Boolean> charge(CardSale sale, Optional<BigDecimal> amount) {
        return EpayReadings.money(() -> client.charge(ref(sale), amount.map(Tenge::of)))
                .map(done -> true);
    }

    @Override
    public Answer<Boolean> release(CardSale sale) {
        return EpayReadings.money(() -> client.cancel(ref(sale))).map(done -> true);
    }

    @Override
    public Answer<Boolean> refund(CardSale sale, Optional<BigDecimal> amount, Optional<String> number) {
        return EpayReadings.money(() -> client.refund(ref(sale), amount.map(Tenge::of), number))
                .map(done -> true);
    }

    @Override
    public Answer<List<KeptCard>> cards(String account) {
        return EpayReadings.about(() -> client.savedCards(account).stream()
                .map(card -> new KeptCard(card.id(), card.mask(), card.usable()))
                .toList());
    }

    @Override
    public Answer<Boolean> forget(String card) {
        return EpayReadings.about(() -> {
            client.forgetCard(card);
            return true;
        });
    }

    @Override
    public Answer<URI> link(Order order, String shopId) {
        return EpayReadings.money(() -> client.createLink(EpayReadings.order(order), shopId, 2))
                .map(InvoiceLink::url);
    }

    @Override
    public Answer<String> page(Order order) {
        return EpayReadings.about(() -> client.widget(EpayReadings.order(order)).json());
    }

    @Override
    public Answer<Belief> judge(Order order, String told) {
        orders.put(InvoiceId.of(order.invoice()), EpayReadings.order(order));
        CallbackVerdict verdict = callbacks.handle(told.getBytes(UTF_8), transaction -> {});
        return Answer.agreed(
                switch (verdict.kind()) {
                    case ACCEPTED -> Belief.NEWS;
                    case DUPLICATE -> Belief.KNOWN;
                    case OUTDATED -> Belief.OUTDATED;
                    case MISMATCH, UNCONFIRMED -> Belief.NOT_BELIEVED;
                });
    }

    private static TransactionRef ref(CardSale sale) {
        return new TransactionRef(sale.id(), InvoiceId.of(sale.invoice()));
    }
}
