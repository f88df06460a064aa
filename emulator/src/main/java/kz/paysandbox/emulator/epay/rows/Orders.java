package kz.paysandbox.emulator.epay.rows;

import java.math.BigDecimal;
import java.util.List;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Links;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payer;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.Binding;
import kz.paysandbox.emulator.epay.rules.EpayClause;

/** A reader of the order of a payment call, which holds it against the token that it came with (payment page). */
public final class Orders {

    private record OrderRequest(
            BigDecimal amount, String currency, String invoiceId, String description, Links links) {}

    private Orders() {}

    /**
     * The order, or why it is none; checked in this order: fields, invoice, token, amount.
     *
     * @param expected fields that the row's page requires beside these, and that clients in production leave out
     */
    public static Outcome<Order, Refusal> read(EpayCall call, List<String> expected) {
        return fields(call)
                .flatMap(asked -> expected(call, expected).map(fine -> asked))
                .flatMap(asked -> Invoices.judge(call, asked.invoiceId())
                        .flatMap(fine -> Invoices.judgeTail(call, call.shop(), asked.invoiceId()))
                        .map(fine -> asked))
                .flatMap(asked -> order(call, asked))
                .flatMap(order -> bound(call, order));
    }

    private static Outcome<OrderRequest, Refusal> fields(EpayCall call) {
        return call.read(in -> new OrderRequest(
                in.decimal("amount"),
                in.text("currency"),
                in.text("invoiceId"),
                in.optionalText("description").orElse(""),
                new Links(
                        in.optionalText("backLink").orElse(""),
                        in.optionalText("failureBackLink").orElse(""),
                        in.optionalText("postLink").orElse(""),
                        in.optionalText("failurePostLink").orElse(""))));
    }

    private static Outcome<Boolean, Refusal> expected(EpayCall call, List<String> expected) {
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        for (String field : expected) {
            if (call.text(field).isEmpty()) {
                verdict = verdict.flatMap(fine -> call.compliance().deviates(EpayClause.FIELD_MISSING, "no " + field));
            }
        }
        return verdict;
    }

    private static Outcome<Order, Refusal> order(EpayCall call, OrderRequest asked) {
        Binding token = call.token().binding();
        return Money.exactly(asked.amount())
                .<Outcome<Order, Refusal>>map(amount -> Outcome.ok(new Order(
                        call.shop(),
                        new Order.Invoice(asked.invoiceId(), call.text("invoiceIdAlt"), amount, asked.currency()),
                        new Order.Words(asked.description(), language(call), call.text("data"), token.secretHash()),
                        new Payer(call.text("accountId"), call.text("name"), call.text("email"), call.text("phone")),
                        asked.links().or(new Links("", "", token.postLink(), token.failurePostLink())),
                        call.flag("cardSave"),
                        call.flag("recurrent"))))
                .orElseGet(() -> Refusal.refuse(Reason.AMOUNT, "amount has at most two decimals"));
    }

    static String language(EpayCall call) {
        return call.text("language").isEmpty() ? "rus" : call.text("language");
    }

    /** What the token was asked for is what is paid, unless the settings say otherwise. */
    private static Outcome<Order, Refusal> bound(EpayCall call, Order order) {
        return terminal(call, order).flatMap(fine -> asToken(call, order));
    }

    private static Outcome<Order, Refusal> terminal(EpayCall call, Order order) {
        Binding token = call.token().binding();
        String terminal = call.text("terminalId");
        boolean foreign =
                !terminal.isEmpty() && !terminal.equalsIgnoreCase(order.shop().terminal());
        boolean foreignToken = !token.terminal().isEmpty()
                && !token.terminal().equalsIgnoreCase(order.shop().terminal());
        boolean refused =
                (foreign || foreignToken) && !call.services().config().terms().otherTerminal();
        return refused ? Refusal.refuse(Reason.TERMINAL, "the terminal is not this client's") : Outcome.ok(order);
    }

    private static Outcome<Order, Refusal> asToken(EpayCall call, Order order) {
        Binding token = call.token().binding();
        if (token.invoiceId().isEmpty()) {
            return call.compliance()
                    .deviates(EpayClause.TOKEN_UNBOUND, "the token was asked for without invoiceID")
                    .map(accepted -> order);
        }
        if (call.services().config().terms().otherThanToken()) {
            return Outcome.ok(order);
        }
        if (!token.invoiceId().equals(order.invoiceId())) {
            return Refusal.refuse(Reason.INVOICE, "the token was asked for another invoiceID");
        }
        if (token.amount().filter(amount -> !amount.equals(order.amount())).isPresent()) {
            return Refusal.refuse(Reason.AMOUNT, "the token was asked for another amount");
        }
        return token.currency().isEmpty() || token.currency().equals(order.currency())
                ? Outcome.ok(order)
                : Refusal.refuse(Reason.AMOUNT, "the token was asked for another currency");
    }
}
