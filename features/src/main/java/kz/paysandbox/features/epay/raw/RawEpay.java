package kz.paysandbox.features.epay.raw;

import static kz.paysandbox.features.wire.Fields.list;
import static kz.paysandbox.features.wire.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.epay.driver.CallbackJudgement;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.CardTransaction;
import kz.paysandbox.features.epay.driver.Epay;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.driver.SavedCard;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.epay.wire.Cryptogram;
import kz.paysandbox.features.epay.wire.EpayLine;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** Each call as the bank's pages print it, with an original token for each. */
final class RawEpay implements Epay {

    private static final int NO_CARDS = 1373;

    private final EpayLine line;
    private final EpayShop shop;
    private final TokenRequests tokens;
    private final CallbackCheck callbacks = new CallbackCheck();

    RawEpay(EpayLine line, EpayShop shop) {
        this.line = line;
        this.shop = shop;
        this.tokens = new TokenRequests(line, shop);
    }

    @Override
    public Answer<Boolean> key() {
        return pem().map(key -> Cryptogram.key(key).getEncoded().length > 0);
    }

    @Override
    public Answer<CardSale> pay(Order order, Card card) {
        Answer<String> pem = pem();
        if (pem.value().isEmpty()) {
            return pem.map(key -> new CardSale("", "", Optional.empty()));
        }
        Map<String, Object> fields = EpayForms.order(order, shop);
        fields.put("cryptogram", Cryptogram.of(card.pan(), card.expiry(), card.cvc(), shop.terminal(), pem.orFail()));
        return sale(order, "/payment/cryptopay", fields);
    }

    @Override
    public Answer<CardSale> payByKept(Order order, String card) {
        Map<String, Object> fields = EpayForms.order(order, shop);
        fields.put("paymentType", "cardId");
        fields.put("cardId", Map.of("id", card));
        return sale(order, "/payments/cards/auth", fields);
    }

    private Answer<CardSale> sale(Order order, String path, Map<String, Object> fields) {
        return with(
                tokens.forOrder(order),
                token -> EpayAnswers.read(
                        line.post(path, Optional.of(token), fields), data -> EpayForms.sale(data, order)));
    }

    /** Whatever the confirmation answers, the books say what came of it. */
    @Override
    public Answer<CardSale> confirm(Order order, CardSale sale, String paRes) {
        String md = sale.question().map(CardSale.Question::md).orElse("");
        Response sent =
                line.post("/payment/confirm", Optional.empty(), Map.of("ID", sale.id(), "MD", md, "PaRes", paRes));
        if (sent.kind() == Response.Kind.ANSWERED && sent.status() / 100 > 3) {
            return EpayAnswers.read(sent, data -> sale);
        }
        Answer<CardTransaction> books = books(order.invoice());
        boolean paid = books.value()
                .map(CardTransaction::status)
                .filter(List.of("AUTH", "CHARGE")::contains)
                .isPresent();
        return paid ? Answer.agreed(sale) : Answer.refused(books.code(), "after the confirmation: " + books);
    }

    @Override
    public Answer<CardTransaction> books(String invoice) {
        return with(
                tokens.forService(),
                token -> EpayAnswers.status(
                        line.get("/check-status/payment/transaction/" + invoice, Optional.of(token)), invoice));
    }

    @Override
    public Answer<Boolean> charge(CardSale sale, Optional<BigDecimal> amount) {
        return operate(sale, "charge" + EpayForms.query(amount, Optional.empty()));
    }

    @Override
    public Answer<Boolean> release(CardSale sale) {
        return operate(sale, "cancel");
    }

    @Override
    public Answer<Boolean> refund(CardSale sale, Optional<BigDecimal> amount, Optional<String> number) {
        return operate(sale, "refund" + EpayForms.query(amount, number));
    }

    private Answer<Boolean> operate(CardSale sale, String call) {
        return with(
                tokens.forService(),
                token -> EpayAnswers.done(
                        line.post("/operation/" + sale.id() + "/" + call, Optional.of(token), Map.of())));
    }

    @Override
    public Answer<List<SavedCard>> cards(String account) {
        Answer<List<SavedCard>> listed = with(
                tokens.forService(),
                token -> EpayAnswers.read(line.get("/cards/" + account, Optional.of(token)), RawEpay::kept));
        boolean none = EpayAnswers.code(line.last()) == NO_CARDS;
        return none ? Answer.agreed(List.of()) : listed;
    }

    private static List<SavedCard> kept(JsonNode data) {
        List<SavedCard> cards = new ArrayList<>();
        list(data)
                .forEach(card -> cards.add(new SavedCard(
                        text(card, "ID"),
                        text(card, "CardMask"),
                        card.path("PaymentAvailable").asBoolean())));
        return cards;
    }

    @Override
    public Answer<Boolean> forget(String card) {
        return with(
                tokens.forService(),
                token -> EpayAnswers.read(
                        line.post("/card/deactivate/" + card, Optional.of(token), Map.of()), data -> true));
    }

    @Override
    public Answer<URI> link(Order order, String shopId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shop_id", shopId);
        fields.put("account_id", order.account().orElse(""));
        fields.put("invoice_id", order.invoice());
        fields.put("amount", order.amount());
        fields.put("language", "rus");
        fields.put("description", order.description());
        fields.put("expire_period", "2d");
        fields.put("currency", "KZT");
        order.links().told().ifPresent(link -> fields.put("post_link", link.toString()));
        order.links().toldOfFailure().ifPresent(link -> fields.put("failure_post_link", link.toString()));
        fields.put("back_link", order.links().back().toString());
        fields.put("failure_back_link", order.links().failureBack().toString());
        return with(
                tokens.forOrder(order),
                token -> EpayAnswers.read(
                        line.post("/invoice", Optional.of(token), fields),
                        data -> URI.create(text(data, "invoice_url"))));
    }

    @Override
    public Answer<String> page(Order order) {
        Map<String, Object> fields = EpayForms.order(order, shop);
        fields.remove("terminalId");
        fields.put("terminal", shop.terminal());
        return tokens.answerFor(order).map(auth -> {
            fields.put("auth", auth);
            return Json.of(fields);
        });
    }

    @Override
    public Answer<CallbackJudgement> judge(Order order, String told) {
        return Answer.agreed(callbacks.judge(order, Json.read(told), books(order.invoice())));
    }

    private Answer<String> pem() {
        Response response = line.get("/public.rsa", Optional.empty());
        return response.kind() == Response.Kind.ANSWERED && response.status() == 200
                ? Answer.agreed(response.body())
                : EpayAnswers.read(response, data -> "");
    }

    private static <T> Answer<T> with(Answer<String> token, Function<String, Answer<T>> call) {
        return token.value()
                .map(call)
                .orElseGet(() -> new Answer<>(token.outcome(), token.code(), Optional.empty(), token.note()));
    }
}
