package kz.paysandbox.gateway.http.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.gateway.http.access.OwnPayments;
import kz.paysandbox.gateway.http.page.ReceiptPage;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.ReceiptTable;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;

/** Receipts of payments of both banks, as JSON or, where the caller accepts HTML first, as a page to print. */
final class ReceiptRoutes {
    private static final Pattern NUMBER = Pattern.compile("[ -~]{1,130}");

    private final CardDesk desk;
    private final OwnPayments own;

    ReceiptRoutes(CardDesk desk) {
        this.desk = desk;
        this.own = new OwnPayments(desk.database());
    }

    List<Route> rows() {
        return List.of(
                Route.plain(Method.GET, "/api/v1/payments/{id}/receipt", Role.CASHIER, Family.CARDS, this::ofPayment),
                Route.plain(
                        Method.GET, "/api/v1/receipts/{receipt_number}", Role.CASHIER, Family.CARDS, this::ofNumber));
    }

    /** The receipt of the sale, with those of its refunds. */
    private Result<Answer> ofPayment(Call call) {
        return own.ofId(call, call.fields().ofPath("id")).then(payment -> {
            List<Receipt> receipts =
                    desk.database().transaction(sql -> receipts().of(sql, payment.id()));
            if (receipts.isEmpty()) {
                return none(
                        "the payment has no receipt: it is " + payment.status().word());
            }
            ObjectNode body = CardBodies.receipt(receipts.get(0));
            ArrayNode refunds = body.putArray("refunds");
            receipts.stream().skip(1).map(CardBodies::receipt).forEach(refunds::add);
            return Result.of(answer(call, payment, receipts, body));
        });
    }

    private Result<Answer> ofNumber(Call call) {
        String number = call.fields().ofPath("receipt_number");
        Optional<Receipt> receipt = NUMBER.matcher(number).matches()
                ? desk.database().transaction(sql -> receipts().find(sql, number))
                : Optional.empty();
        return receipt.map(found -> own.ofId(call, found.paymentId())
                        .<Result<Answer>>fold(
                                payment -> Result.of(answer(call, payment, List.of(found), CardBodies.receipt(found))),
                                refused -> none("the shop has no such receipt")))
                .orElseGet(() -> none("the shop has no such receipt"));
    }

    private static Result<Answer> none(String why) {
        return Result.refused(RefusalCode.NO_SUCH_ITEM, why);
    }

    private static Answer answer(Call call, Payment payment, List<Receipt> receipts, ObjectNode body) {
        return page(call)
                ? ReceiptPage.of(
                        payment, receipts, call.language(), call.origin().path())
                : Answer.ok(described(body, payment));
    }

    private static ObjectNode described(ObjectNode body, Payment payment) {
        return body.put("provider", payment.kind().provider().word())
                .put("order_id", payment.terms().orderId().orElse(null))
                .put("card_mask", payment.bank().card().mask().orElse(null))
                .put("reference", payment.bank().card().reference().orElse(null));
    }

    private static boolean page(Call call) {
        String accept = call.header("Accept").orElse("").toLowerCase(Locale.ROOT);
        int html = accept.indexOf("text/html");
        int json = accept.indexOf("json");
        return html >= 0 && (json < 0 || html < json);
    }

    private ReceiptTable receipts() {
        return desk.database().tables().documents().receipts();
    }
}
