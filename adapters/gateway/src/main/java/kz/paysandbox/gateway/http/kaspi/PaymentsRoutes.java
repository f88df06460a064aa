package kz.paysandbox.gateway.http.kaspi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
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

/** Family B: {@code /payments/kaspi/…}, each call with its {@code shop_id}. */
public final class PaymentsRoutes {
    private static final String BASE = "/payments/kaspi/";
    private static final KaspiFields FIELDS = KaspiFields.SNAKE;

    private final KaspiDesk desk;

    /** Over what the families share. */
    public PaymentsRoutes(KaspiDesk desk) {
        this.desk = desk;
    }

    /** The rows. */
    public List<Route> rows() {
        return List.of(
                money("create", Role.CASHIER, create(PaymentKind.INVOICE), PaymentsRoutes::created),
                money("create-link", Role.CASHIER, create(PaymentKind.LINK), this::link),
                Route.plain(Method.GET, BASE + "status/{external_id}", Role.CASHIER, Family.PAYMENTS, this::status),
                money("refund", Role.OWNER, this::refund, PaymentsRoutes::refunded));
    }

    private static Route money(String name, Role role, Handler.Money.Work work, Handler.Money.Applied applied) {
        return Route.money(Method.POST, BASE + name, role, Family.PAYMENTS, work, applied);
    }

    private Handler.Money.Work create(PaymentKind kind) {
        return (call, key) -> {
            FieldReader read = call.read().required(FieldReader.SHOP);
            Optional<String> shop = read.shop(FieldReader.SHOP);
            KaspiFields.Wish wish = FIELDS.wish(read, kind);
            return read.then(() -> OwnPayments.shop(call.caller(), shop, FieldReader.SHOP))
                    .then(own -> desk.create(wish.of(own), key));
        };
    }

    private static Answer created(MoneyResult result) {
        Payment payment = result.payment();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("external_id", BankWords.externalId(payment));
        payment.bank().organizationBin().ifPresent(bin -> body.put("organization_bin", bin));
        return Answer.ok(body.put("payment_id", payment.id()).put("status", BankWords.created(payment)));
    }

    private Answer link(MoneyResult result) {
        Payment payment = result.payment();
        HandedOut link = desk.handedOut(payment);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("payment_link", link.what())
                .put("payment_id", BankWords.externalId(payment))
                .put("expire_date", link.expireDate())
                .put("id", payment.id());
        payment.bank().organizationBin().ifPresent(bin -> body.put("organization_bin", bin));
        return Answer.ok(body);
    }

    private Result<Answer> status(Call call) {
        return desk.status(call, call.fields().ofPath("external_id")).map(payment -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", BankWords.status(payment));
            desk.checkedAt(payment).ifPresent(when -> body.put("checked_at", when));
            return Answer.ok(body.put("service_status", payment.status().word()));
        });
    }

    private Result<MoneyResult> refund(Call call, Optional<IdempotencyKey> key) {
        FieldReader read = call.read().required(FieldReader.SHOP);
        KaspiFields.Reversal wish = FIELDS.reversal(read);
        return read.then(() -> desk.refund(call, wish.externalId().orElseThrow(), wish.demand(), key));
    }

    private static Answer refunded(MoneyResult result) {
        return Answer.ok(Refunds.body(JsonNodeFactory.instance.objectNode(), result));
    }
}
