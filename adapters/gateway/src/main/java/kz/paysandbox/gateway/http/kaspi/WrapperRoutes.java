package kz.paysandbox.gateway.http.kaspi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.gateway.http.access.OwnPayments;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Handler;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.HandedOut;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** Family A: the wrapper's four calls, by GET and POST, with its own envelope and camelCase. */
public final class WrapperRoutes {
    private static final String BASE = "/api/v2/paymentkaspi/";
    private static final int OK = 200;
    private static final KaspiFields FIELDS = KaspiFields.CAMEL;

    private final KaspiDesk desk;

    /** Over what the families share. */
    public WrapperRoutes(KaspiDesk desk) {
        this.desk = desk;
    }

    /** The rows. */
    public List<Route> rows() {
        return Stream.of(Method.GET, Method.POST)
                .flatMap(method -> Stream.of(
                        money(method, "create", Role.CASHIER, create(PaymentKind.INVOICE), WrapperRoutes::created),
                        money(method, "create-link", Role.CASHIER, create(PaymentKind.LINK), this::link),
                        Route.plain(method, BASE + "status", Role.CASHIER, Family.WRAPPER, this::status),
                        money(method, "refund", Role.OWNER, this::refund, WrapperRoutes::refunded)))
                .toList();
    }

    private static Route money(
            Method method, String name, Role role, Handler.Money.Work work, Function<MoneyResult, ObjectNode> data) {
        return Route.money(method, BASE + name, role, Family.WRAPPER, work, result -> envelope(data.apply(result)));
    }

    private static Answer envelope(ObjectNode data) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("status", true);
        envelope.set("data", data);
        return Answer.ok(envelope.put("http_code", OK));
    }

    private Handler.Money.Work create(PaymentKind kind) {
        return (call, key) -> {
            FieldReader read = call.read();
            KaspiFields.Wish wish = FIELDS.wish(read, kind);
            Optional<String> named = read.shop(FieldReader.SHOP);
            if (call.caller().admin() && named.isEmpty()) {
                read.required(FIELDS.bin(), FIELDS.device());
            }
            return read.then(() -> shop(call, named, wish)).then(shop -> desk.create(wish.of(shop), key));
        };
    }

    private Result<String> shop(Call call, Optional<String> named, KaspiFields.Wish wish) {
        return call.caller().admin() && named.isEmpty()
                ? desk.shopOf(wish.bin().orElseThrow(), wish.device().orElseThrow())
                : OwnPayments.shop(call.caller(), named, FieldReader.SHOP);
    }

    private static ObjectNode created(MoneyResult result) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("externalId", BankWords.externalId(result.payment()))
                .put("status", BankWords.created(result.payment()));
    }

    private ObjectNode link(MoneyResult result) {
        HandedOut link = desk.handedOut(result.payment());
        return JsonNodeFactory.instance
                .objectNode()
                .put("paymentLink", link.what())
                .put("paymentId", BankWords.externalId(result.payment()))
                .put("expireDate", link.expireDate());
    }

    private Result<Answer> status(Call call) {
        FieldReader read = call.read().required(FIELDS.externalId());
        Optional<Long> id = read.number(FIELDS.externalId());
        return read.then(() -> desk.status(call, Long.toString(id.orElseThrow())))
                .map(payment -> envelope(JsonNodeFactory.instance
                        .objectNode()
                        .put("externalId", BankWords.externalId(payment))
                        .put("status", BankWords.status(payment))));
    }

    private Result<MoneyResult> refund(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = call.read();
        KaspiFields.Reversal wish = FIELDS.reversal(read);
        return read.then(() -> desk.refund(call, wish.externalId().orElseThrow(), wish.demand(), key));
    }

    private static ObjectNode refunded(MoneyResult result) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("externalId", BankWords.externalId(result.payment()));
        result.operation()
                .flatMap(operation -> operation.outcome().bankOperationId())
                .filter(id -> id.matches("[0-9]{1,18}"))
                .ifPresent(id -> data.put("returnOperationId", Long.parseLong(id)));
        return data.put(
                "refundedAmount", result.operation().orElseThrow().amount().amount());
    }
}
