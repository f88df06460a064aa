package kz.paysandbox.gateway.http.kaspi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Phone;
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
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** Family C: {@code /api/v1/kaspi/…}, of the token's own shop; an admin's token names it ({@code shop_id}). */
public final class ShopRoutes {
    private static final String BASE = "/api/v1/kaspi/";
    private static final String NUMBER = "external_id";
    private static final KaspiFields FIELDS = KaspiFields.SNAKE;

    private final KaspiDesk desk;

    /** Over what the families share. */
    public ShopRoutes(KaspiDesk desk) {
        this.desk = desk;
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(
                money("create", Role.CASHIER, create(PaymentKind.INVOICE), this::invoice),
                money(
                        "create-link",
                        Role.CASHIER,
                        create(PaymentKind.LINK),
                        result -> handedOut("payment_link", result)),
                money("create-qr", Role.CASHIER, create(PaymentKind.QR), result -> handedOut("qr_token", result)),
                get("status/{external_id}", this::status),
                money("refund", Role.OWNER, this::refund, ShopRoutes::refunded),
                money("cancel", Role.OWNER, this::cancel, ShopRoutes::cancelled),
                get("details/{external_id}", this::details),
                get("client-info", this::clientInfo));
    }

    private static Route money(String name, Role role, Handler.Money.Work work, Handler.Money.Applied applied) {
        return Route.money(Method.POST, BASE + name, role, Family.SHOP, work, applied);
    }

    private static Route get(String name, Handler.Plain handler) {
        return Route.plain(Method.GET, BASE + name, Role.CASHIER, Family.SHOP, handler);
    }

    /** An admin's token is of no shop, so it has to name one. */
    private static FieldReader read(Call call) {
        return call.caller().admin() ? call.read().required(FieldReader.SHOP) : call.read();
    }

    private static ObjectNode success(Payment payment) {
        return success().put(NUMBER, BankWords.externalId(payment));
    }

    private static ObjectNode success() {
        return JsonNodeFactory.instance.objectNode().put("success", true);
    }

    private Handler.Money.Work create(PaymentKind kind) {
        return (call, key) -> {
            FieldReader read = call.read();
            Optional<String> shop = read.shop(FieldReader.SHOP);
            KaspiFields.Wish wish = FIELDS.wish(read, kind);
            return read.then(() -> OwnPayments.shop(call.caller(), shop, FieldReader.SHOP))
                    .then(own -> desk.create(wish.of(own), key));
        };
    }

    private Answer invoice(MoneyResult result) {
        return created(success(result.payment()).put("status", BankWords.created(result.payment())), result.payment());
    }

    private Answer handedOut(String name, MoneyResult result) {
        HandedOut handedOut = desk.handedOut(result.payment());
        return created(
                success(result.payment()).put(name, handedOut.what()).put("expire_date", handedOut.expireDate()),
                result.payment());
    }

    private static Answer created(ObjectNode body, Payment payment) {
        payment.bank().organizationBin().ifPresent(bin -> body.put("organization_bin", bin));
        return Answer.ok(body.put("payment_id", payment.id()));
    }

    private Result<Answer> status(Call call) {
        return read(call)
                .then(() -> desk.status(call, call.fields().ofPath(NUMBER)))
                .map(payment -> {
                    ObjectNode body = success(payment).put("status", BankWords.status(payment));
                    desk.checkedAt(payment).ifPresent(when -> body.put("checked_at", when));
                    return Answer.ok(body.put("service_status", payment.status().word()));
                });
    }

    private Result<MoneyResult> refund(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = read(call);
        KaspiFields.Reversal wish = FIELDS.reversal(read);
        return read.then(() -> desk.refund(call, wish.externalId().orElseThrow(), wish.demand(), key));
    }

    private static Answer refunded(MoneyResult result) {
        return Answer.ok(Refunds.body(success(result.payment()), result));
    }

    private Result<MoneyResult> cancel(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = read(call).required(NUMBER);
        Optional<Long> id = read.number(NUMBER);
        Optional<Bin> bin = read.bin(FIELDS.bin());
        return read.then(() -> desk.cancel(call, Long.toString(id.orElseThrow()), bin, key));
    }

    private static Answer cancelled(MoneyResult result) {
        return Answer.ok(success(result.payment()).put("status", BankWords.status(result.payment())));
    }

    private Result<Answer> details(Call call) {
        return read(call)
                .then(() -> desk.details(call, call.fields().ofPath(NUMBER)))
                .map(details -> Answer.ok(success()
                        .put(NUMBER, Long.toString(details.paymentId()))
                        .put("total_amount", details.total().amount())
                        .put("available_amount", details.refundable().amount())));
    }

    private Result<Answer> clientInfo(Call call) {
        FieldReader read = call.read().required("phone");
        Optional<Phone> phone = read.phone("phone");
        Optional<Bin> bin = read.bin(FIELDS.bin());
        Optional<String> shop = read.shop(FieldReader.SHOP);
        return read.then(() -> OwnPayments.shop(call.caller(), shop, FieldReader.SHOP))
                .then(own -> desk.customer(own, bin, phone.orElseThrow()))
                .map(name -> Answer.ok(success().put("client_name", name)));
    }
}
