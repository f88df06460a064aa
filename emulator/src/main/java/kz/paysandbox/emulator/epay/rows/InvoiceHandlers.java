package kz.paysandbox.emulator.epay.rows;

import java.math.BigDecimal;
import java.time.Duration;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Malformed;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.InvoiceLink;
import kz.paysandbox.emulator.epay.domain.Links;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payer;
import kz.paysandbox.emulator.epay.domain.PaymentProcess;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.epay.wire.EpayDates;
import kz.paysandbox.emulator.http.Reply;

/** Invoices that a customer pays by a link (invoice page). */
public final class InvoiceHandlers {

    private record InvoiceRequest(
            String shopId, String invoiceId, BigDecimal amount, String currency, String description, String period) {}

    private InvoiceHandlers() {}

    public static Outcome<Reply, Refusal> create(EpayCall call) {
        return call.read(in -> {
                    InvoiceRequest asked = new InvoiceRequest(
                            in.text("shop_id"),
                            in.text("invoice_id"),
                            in.decimal("amount"),
                            in.text("currency"),
                            in.text("description"),
                            in.optionalText("expire_period").orElse("1d"));
                    if (!asked.period().matches("[1-9]\\d{0,2}[dh]")) {
                        in.problem(Malformed.Kind.NOT_ALLOWED, "expire_period");
                    }
                    return asked;
                })
                .flatMap(asked -> Invoices.judge(call, asked.invoiceId()).map(fine -> asked))
                .flatMap(asked ->
                        order(call, asked).flatMap(PaymentProcess::check).map(order -> link(call, order, asked)))
                .map(link -> call.wire().json(200, view(call, link)));
    }

    private static Outcome<Order, Refusal> order(EpayCall call, InvoiceRequest asked) {
        if (call.bank().shopOfId(asked.shopId()).isEmpty()) {
            return Refusal.refuse(Reason.TERMINAL, "shop_id is unknown");
        }
        return Money.exactly(asked.amount())
                .filter(Money::isPositive)
                .<Outcome<Order, Refusal>>map(amount -> Outcome.ok(new Order(
                        call.shop(),
                        new Order.Invoice(asked.invoiceId(), "", amount, asked.currency()),
                        new Order.Words(
                                asked.description(),
                                Orders.language(call),
                                "",
                                call.token().binding().secretHash()),
                        new Payer(
                                call.text("account_id"),
                                "",
                                call.text("recipient_contact"),
                                call.text("recipient_contact_sms")),
                        new Links(
                                call.text("back_link"),
                                call.text("failure_back_link"),
                                call.text("post_link"),
                                call.text("failure_post_link")),
                        false,
                        false)))
                .orElseGet(() -> Refusal.refuse(Reason.AMOUNT, "amount must be above 0 with at most two decimals"));
    }

    private static InvoiceLink link(EpayCall call, Order order, InvoiceRequest asked) {
        int count = Integer.parseInt(asked.period().substring(0, asked.period().length() - 1));
        Duration life = asked.period().endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
        String id = call.bank().tagged("epay.invoice-link", call.bank().ids().next());
        InvoiceLink link = new InvoiceLink(id, order, call.now(), call.now().plus(life));
        call.bank().links().put(id, link);
        return link;
    }

    private static Answers.Invoice view(EpayCall call, InvoiceLink link) {
        return new Answers.Invoice(
                link.id(),
                "NEW",
                link.order().invoiceId(),
                call.wire().amount(link.order().amount()),
                link.order().description(),
                EpayDates.of(link.created()),
                EpayDates.of(link.expires()),
                call.base() + "/redirect/invoice-link/" + link.id());
    }
}
