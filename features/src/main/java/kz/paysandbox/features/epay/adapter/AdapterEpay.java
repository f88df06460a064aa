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
import kz.paysandbox.features.epay.driver.CallbackJudgement;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.CardTransaction;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.driver.SavedCard;

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
        return EpayMapping.about(() -> client.cardKey().getEncoded().length > 0);
    }

    @Override
    public Answer<CardSale> pay(Order order, Card card) {
        return EpayMapping.money(() -> {
                    kz.paysandbox.adapters.epay.payment.Card typed = kz.paysandbox.adapters.epay.payment.Card.of(
                            card.pan(),
                            YearMonth.parse(card.expiry(), DateTimeFormatter.ofPattern("MMyy")),
                            card.cvc());
                    return client.pay(EpayMapping.order(order), Cryptogram.of(typed, terminal, client.cardKey()));
                })
                .map(EpayMapping::sale);
    }

    @Override
    public Answer<CardSale> payByKept(Order order, String card) {
        return EpayMapping.money(() -> client.paySavedCard(EpayMapping.order(order), card, false))
                .map(EpayMapping::sale);
    }

    @Override
    public Answer<CardSale> confirm(Order order, CardSale sale, String paRes) {
        String md = sale.question().map(CardSale.Question::md).orElse("");
        return EpayMapping.money(() -> client.confirm(EpayMapping.order(order), ref(sale), paRes, md))
                .map(EpayMapping::sale);
    }

    @Override
    public Answer<CardTransaction> books(String invoice) {
        Answer<Optional<CardTransaction>> found =
                EpayMapping.about(() -> client.status(InvoiceId.of(invoice)).map(EpayMapping::books));
        return found.value().filter(Optional::isEmpty).isPresent()
                ? Answer.refused(INVOICE_NOT_FOUND, "the bank knows no such invoice")
                : found.map(Optional::orElseThrow);
    }

    @Override
    public Answer<Boolean> charge(CardSale sale, Optional<BigDecimal> amount) {
        return EpayMapping.money(() -> client.charge(ref(sale), amount.map(Tenge::of)))
                .map(done -> true);
    }

    @Override
    public Answer<Boolean> release(CardSale sale) {
        return EpayMapping.money(() -> client.cancel(ref(sale))).map(done -> true);
    }

    @Override
    public Answer<Boolean> refund(CardSale sale, Optional<BigDecimal> amount, Optional<String> number) {
        return EpayMapping.money(() -> client.refund(ref(sale), amount.map(Tenge::of), number))
                .map(done -> true);
    }

    @Override
    public Answer<List<SavedCard>> cards(String account) {
        return EpayMapping.about(() -> client.savedCards(account).stream()
                .map(card -> new SavedCard(card.id(), card.mask(), card.usable()))
                .toList());
    }

    @Override
    public Answer<Boolean> forget(String card) {
        return EpayMapping.about(() -> {
            client.forgetCard(card);
            return true;
        });
    }

    @Override
    public Answer<URI> link(Order order, String shopId) {
        return EpayMapping.money(() -> client.createLink(EpayMapping.order(order), shopId, 2))
                .map(InvoiceLink::url);
    }

    @Override
    public Answer<String> page(Order order) {
        return EpayMapping.about(() -> client.widget(EpayMapping.order(order)).json());
    }

    @Override
    public Answer<CallbackJudgement> judge(Order order, String told) {
        orders.put(InvoiceId.of(order.invoice()), EpayMapping.order(order));
        CallbackVerdict verdict = callbacks.handle(told.getBytes(UTF_8), transaction -> {});
        return Answer.agreed(
                switch (verdict.kind()) {
                    case ACCEPTED -> CallbackJudgement.NEWS;
                    case DUPLICATE -> CallbackJudgement.KNOWN;
                    case OUTDATED -> CallbackJudgement.OUTDATED;
                    case MISMATCH, UNCONFIRMED -> CallbackJudgement.NOT_BELIEVED;
                });
    }

    private static TransactionRef ref(CardSale sale) {
        return new TransactionRef(sale.id(), InvoiceId.of(sale.invoice()));
    }
}
