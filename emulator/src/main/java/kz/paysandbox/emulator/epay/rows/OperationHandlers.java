package kz.paysandbox.emulator.epay.rows;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.RefundProcess;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.http.Reply;

/** Handlers of a merchant's operations with a payment (charge, cancel and refund pages). */
public final class OperationHandlers {

    private OperationHandlers() {}

    public static Outcome<Reply, Refusal> charge(EpayCall call) {
        return reply(
                call,
                numeric(call)
                        .flatMap(fine -> amount(call, Reason.CHARGE_AMOUNT))
                        .flatMap(amount -> own(call)
                                .flatMap(payment -> call.bank()
                                        .payments()
                                        .change(
                                                payment.id(),
                                                held -> held.charge(
                                                        amount.orElse(
                                                                held.order().amount()),
                                                        call.now())))));
    }

    public static Outcome<Reply, Refusal> cancel(EpayCall call) {
        return reply(
                call,
                own(call)
                        .flatMap(payment ->
                                call.bank().payments().change(payment.id(), held -> held.cancel(call.now()))));
    }

    public static Outcome<Reply, Refusal> refund(EpayCall call) {
        String externalId = call.query("externalID").orElseGet(() -> call.text("externalID"));
        return reply(
                call,
                inQuery(call)
                        .flatMap(fine -> amount(call, Reason.REFUND_AMOUNT))
                        .flatMap(amount -> own(call)
                                .flatMap(payment -> new RefundProcess(call.bank())
                                        .refund(payment.id(), amount, externalId, call.now()))));
    }

    /** Charge page: the body's amount is a number. */
    private static Outcome<Boolean, Refusal> numeric(EpayCall call) {
        return call.body()
                .fields()
                .find("amount")
                .filter(given -> given.value().type() == Scalar.Type.STRING)
                .map(given -> call.compliance().deviates(EpayClause.VALUE_TYPE, "amount was sent as a string"))
                .orElseGet(() -> Outcome.ok(true));
    }

    /** Refund page: amount stands in the query. */
    private static Outcome<Boolean, Refusal> inQuery(EpayCall call) {
        return call.text("amount").isEmpty()
                ? Outcome.ok(true)
                : call.compliance().deviates(EpayClause.REFUND_AMOUNT_IN_BODY, "amount stands in the body");
    }

    private static Outcome<Reply, Refusal> reply(EpayCall call, Outcome<Payment, Refusal> outcome) {
        return outcome.map(done -> call.wire().operated());
    }

    private static Outcome<Payment, Refusal> own(EpayCall call) {
        return call.bank()
                .payments()
                .find(call.path("id"))
                .filter(payment ->
                        payment.order().shop().clientId().equals(call.shop().clientId()))
                .<Outcome<Payment, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(
                        Reason.TRANSACTION_UNKNOWN, "this client has no transaction " + safe(call.path("id"))));
    }

    /** In the query, in the body as a number or as text, or in both if they are the same (charge page). */
    private static Outcome<Optional<Money>, Refusal> amount(EpayCall call, Reason reason) {
        var given = Stream.of(call.query("amount").orElse(""), call.text("amount"))
                .filter(text -> !text.isEmpty())
                .toList();
        var amounts =
                given.stream().flatMap(text -> money(text).stream()).distinct().toList();
        long parsed = given.stream().filter(text -> money(text).isPresent()).count();
        if (parsed < given.size()) {
            return Refusal.refuse(reason, "amount must be a number with at most two decimals");
        }
        if (amounts.size() > 1) {
            return Refusal.refuse(
                    reason,
                    "amount is " + amounts.get(0) + " in the query and " + amounts.get(1)
                            + " in the body; both are allowed if they are the same");
        }
        return Outcome.ok(amounts.stream().findFirst());
    }

    private static Optional<Money> money(String text) {
        try {
            return Money.exactly(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static String safe(String id) {
        return id.matches("[A-Za-z0-9-]{1,64}") ? id : "of that id";
    }
}
