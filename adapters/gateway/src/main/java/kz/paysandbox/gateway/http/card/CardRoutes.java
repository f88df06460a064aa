package kz.paysandbox.gateway.http.card;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.callback.Receipt;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.http.access.OwnPayments;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.pay.card.CardPayments;
import kz.paysandbox.gateway.pay.card.CardRules;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** Family D: {@code /api/v1/payments/…}. Rows with {@code {id}} serve payments of both banks. */
public final class CardRoutes {
    private static final String BASE = "/api/v1/payments/";
    private static final String ID = "id";
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ANSWER = 60_000;

    private final CardDesk desk;
    private final OwnPayments own;

    private CardRoutes(CardDesk desk) {
        this.desk = desk;
        this.own = new OwnPayments(desk.database());
    }

    /** All rows of the family. */
    public static List<Route> rows(CardDesk desk) {
        CardRoutes routes = new CardRoutes(desk);
        return java.util.stream.Stream.of(
                        routes.payments(), new ReceiptRoutes(desk).rows(), new SavedCardRoutes(desk).rows())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> payments() {
        return List.of(
                Route.money(
                        Method.POST, BASE + "initiate", Role.CASHIER, Family.CARDS, this::initiate, this::initiated),
                Route.plain(Method.POST, BASE + "callback", Role.NONE, Family.CALLBACK, this::callback),
                Route.plain(Method.GET, BASE + "{id}", Role.CASHIER, Family.CARDS, this::verify),
                Route.money(Method.POST, BASE + "{id}/refund", Role.OWNER, Family.CARDS, this::refund, this::refunded),
                Route.money(Method.POST, BASE + "{id}/cancel", Role.OWNER, Family.CARDS, this::cancel, this::changed),
                Route.money(Method.POST, BASE + "{id}/charge", Role.OWNER, Family.CARDS, this::charge, this::changed),
                Route.plain(Method.POST, BASE + "{id}/3ds", Role.NONE, Family.PAGE, this::confirm));
    }

    private Result<MoneyResult> initiate(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = call.read();
        Optional<String> shop = read.shop(FieldReader.SHOP);
        CardFields.Wish wish = CardFields.wish(read);
        return read.then(() -> OwnPayments.shop(call.caller(), shop, FieldReader.SHOP))
                .then(named -> desk.cards().then(epay -> epay.payments().initiate(wish.of(named), key)));
    }

    /** With a token where the customer is still to begin; a saved card has paid, or its owner is asked by his bank. */
    private Answer initiated(MoneyResult result) {
        Payment payment = result.payment();
        CardPayments cards = desk.halyk().orElseThrow().payments();
        boolean waits = payment.kind() == PaymentKind.WIDGET && payment.status() == ServiceStatus.PENDING;
        ObjectNode body = waits
                ? CardBodies.opened(
                        payment,
                        result.widget().orElseGet(() -> cards.page().parameters(payment)),
                        cards.terminal(),
                        cards.rules())
                : whole(payment);
        cards.challenge(payment).ifPresent(asked -> CardBodies.challenge(body, payment, asked, cards.rules()));
        return Answer.json(201, body).with("Location", BASE + payment.id());
    }

    /** The bank is told nothing of why: callbacks come from anybody. */
    private Result<Answer> callback(Call call) {
        return desk.cards().then(epay -> {
            Receipt receipt = epay.callbacks()
                    .receive(
                            call.body().getBytes(StandardCharsets.UTF_8),
                            call.origin().address());
            return switch (receipt.httpStatus()) {
                case 200 ->
                    Result.of(Answer.ok(JsonNodeFactory.instance.objectNode().put("status", "accepted")));
                case 503 ->
                    Result.refused(
                            RefusalCode.DATABASE_UNAVAILABLE, "the callback cannot be stored now; send it again");
                default -> Result.refused(RefusalCode.INVALID_REQUEST, "the callback fits no payment");
            };
        });
    }

    private Result<Answer> verify(Call call) {
        return payment(call).then(desk.looks()::look).map(payment -> {
            ObjectNode body = whole(payment);
            desk.halyk()
                    .ifPresent(epay -> epay.payments()
                            .challenge(payment)
                            .ifPresent(asked -> CardBodies.challenge(
                                    body, payment, asked, epay.payments().rules())));
            return Answer.ok(body);
        });
    }

    private Result<Payment> payment(Call call) {
        return own.ofId(call, call.fields().ofPath(ID));
    }

    private ObjectNode whole(Payment payment) {
        return desk.database().transaction(sql -> {
            Optional<String> receipt = desk.database().tables().documents().receipts().of(sql, payment.id()).stream()
                    .findFirst()
                    .map(found -> found.number());
            return CardBodies.whole(
                    payment,
                    desk.database()
                            .tables()
                            .payments()
                            .find(sql, payment.id())
                            .flatMap(now -> now.dates().askedAt()),
                    receipt,
                    desk.database().tables().operations().last(sql, payment.id()));
        });
    }

    private Result<MoneyResult> refund(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = call.read();
        Optional<Tenge> amount = CardFields.tiyn(read, "refund_amount");
        Optional<String> reason = read.text("reason", LONGEST_REASON);
        return read.then(() -> payment(call)).then(payment -> desk.refund(payment, amount, reason, key));
    }

    private Answer refunded(MoneyResult result) {
        Payment payment = result.payment();
        var refund = result.operation().orElseThrow();
        return Answer.ok(CardBodies.of(payment)
                .put("refunded_amount", payment.refunded().tiyn())
                .put("refund_amount", refund.amount().tiyn())
                .put("refund_id", refund.id()));
    }

    private Result<MoneyResult> cancel(Call call, Optional<IdempotencyKey> key) {
        return call.read().then(() -> payment(call)).then(payment -> desk.cancel(payment, key));
    }

    private Result<MoneyResult> charge(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = call.read();
        Optional<Tenge> amount = CardFields.tiyn(read, "amount");
        return read.then(() -> payment(call)).then(payment -> desk.charge(payment, amount, key));
    }

    private Answer changed(MoneyResult result) {
        return Answer.ok(whole(result.payment()));
    }

    /** Posted by the customer's browser, which holds no token: the payment's id is the secret, and the bank judges. */
    private Result<Answer> confirm(Call call) {
        FieldReader read = call.read().required("PaRes", "MD");
        Optional<String> paRes = read.text("PaRes", LONGEST_ANSWER);
        Optional<String> md = read.text("MD", LONGEST_ANSWER);
        String id = call.fields().ofPath(ID);
        return read.then(() -> desk.cards())
                .then(epay -> desk.database()
                        .transaction(sql -> OwnPayments.isId(id)
                                ? desk.database().tables().payments().find(sql, id)
                                : Optional.<Payment>empty())
                        .filter(payment -> payment.kind().provider() == Provider.EPAY)
                        .map(Result::of)
                        .orElseGet(OwnPayments::unknown)
                        .map(payment -> seeOther(whereTo(
                                epay.payments()
                                        .confirm(payment, paRes.orElseThrow(), md.orElseThrow())
                                        .fold(MoneyResult::payment, refused -> payment),
                                epay.payments().rules()))));
    }

    /** Back to the shop once it is known how it ended; else to our own page, which shows how far it is. */
    private static URI whereTo(Payment payment, CardRules rules) {
        if (payment.status() == ServiceStatus.COMPLETED || payment.state().authorized()) {
            return rules.back(payment);
        }
        return payment.status() == ServiceStatus.FAILED
                ? rules.failureBack(payment)
                : rules.ours("/payment?paymentId=" + payment.id());
    }

    private static Answer seeOther(URI where) {
        return Answer.empty(303).with("Location", where.toString()).with("Referrer-Policy", "no-referrer");
    }
}
