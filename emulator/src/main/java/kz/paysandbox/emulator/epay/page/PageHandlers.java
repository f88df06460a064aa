package kz.paysandbox.emulator.epay.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.Access;
import kz.paysandbox.emulator.epay.call.BodyReader;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.call.PageStart;
import kz.paysandbox.emulator.epay.domain.Checkout;
import kz.paysandbox.emulator.epay.domain.InvoiceLink;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.PaymentProcess;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.payform.Assets;
import kz.paysandbox.emulator.epay.payform.Language;
import kz.paysandbox.emulator.epay.payform.WebLink;
import kz.paysandbox.emulator.epay.rows.NotEmulated;
import kz.paysandbox.emulator.epay.rows.Orders;
import kz.paysandbox.emulator.epay.rows.WaysToPay;
import kz.paysandbox.emulator.epay.rules.Operation;
import kz.paysandbox.emulator.epay.wire.RequestNames;
import kz.paysandbox.emulator.http.Reply;

/** Handlers that open payment pages: for the widget's script (widget page), and for invoice links (invoice page). */
public final class PageHandlers {

    /** What a page's payment object is observed as: its own fields, not the form's that carry it. */
    private PageHandlers() {}

    public static Reply widget(EpayCall call) {
        return Assets.widget();
    }

    public static Reply script(EpayCall call) {
        return Assets.script();
    }

    public static Reply style(EpayCall call) {
        return Assets.style();
    }

    /** The script posts the shop's payment object; what stands in it is held against its token as an API call's is. */
    public static Reply start(EpayCall call) {
        return PageStart.of(call.worldCall().call(), call.body())
                .map(start -> order(call, start)
                        .fold(
                                order -> open(call, order, start.mode() == PageStart.Mode.WIDGET),
                                refusal -> problem(call, refusal, start.language())))
                .orElseGet(() -> problem(
                        call, new Refusal(Reason.MALFORMED, "there is no payment object to be read"), Language.RUS));
    }

    private static Outcome<Order, Refusal> order(EpayCall call, PageStart start) {
        if (start.mode().isTransfer()) {
            return Outcome.refused(NotEmulated.refusal(
                    "transfers from card to card (halyk." + start.mode().function() + ")"));
        }
        return token(call, start).flatMap(token -> {
            EpayCall asked = with(call, start, token);
            call.protocolRules().used(token);
            Outcome<Order, Refusal> order = Access.spend(token, call.worldCall(), call.compliance())
                    .flatMap(fine -> WaysToPay.judge(asked))
                    .flatMap(fine -> asked.unpadded())
                    .flatMap(fine -> asked.named(RequestNames.PAYMENT_OBJECT))
                    .flatMap(fine -> Orders.read(asked, List.of()))
                    .flatMap(PaymentProcess::check);
            asked.observe(Operation.PAYMENT, order.refusal().isPresent() ? 400 : 302);
            return order;
        });
    }

    /** A link that was paid by shows the receipt, whether its time is over or not. */
    public static Reply invoice(EpayCall call) {
        Optional<InvoiceLink> link = call.bank().links().find(call.path("link"));
        return link.flatMap(known -> CheckoutPages.receipt(call, known.order()))
                .or(() -> link.filter(known -> known.isOpen(call.now())).map(known -> open(call, known.order(), false)))
                .orElseGet(() -> problem(
                        call, new Refusal(Reason.INVOICE, "the link is unknown, or its time is over"), Language.RUS));
    }

    /** Where customers end who have no page of the shop to go to. */
    public static Reply done(EpayCall call) {
        boolean granted = call.query("reference").isPresent();
        return call.services()
                .templates()
                .page(
                        "done",
                        "rus",
                        Map.of(
                                "detail",
                                call.query("reference")
                                        .or(() -> call.query("errorCode"))
                                        .orElse("")),
                        Map.of("title", granted ? "done.title" : "error.title"));
    }

    /** A page that says why there is none. */
    static Reply problem(EpayCall call, Refusal refusal, Language language) {
        return call.services()
                .templates()
                .page(
                        EpayWire.status(refusal.reason()),
                        "problem",
                        language,
                        Map.of(
                                "message", call.wire().message(refusal),
                                "code", String.valueOf(call.wire().code(refusal.reason()))),
                        Map.of(),
                        Map.of())
                .because(call.wire().explanation(refusal));
    }

    private static Reply open(EpayCall call, Order order, boolean widget) {
        String id = call.bank().tagged("epay.page", call.bank().ids().next());
        call.bank().checkouts().put(id, Checkout.opened(id, order, widget));
        return WebLink.redirect(call.base() + "/payform/pay/" + id);
    }

    private static Outcome<AccessToken, Refusal> token(EpayCall call, PageStart start) {
        return start.token()
                .flatMap(value -> call.bank().tokens().find(value))
                .filter(token -> token.isAlive(call.now()) && token.mayPay())
                .<Outcome<AccessToken, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(
                        Reason.TERMINAL, "auth holds no token of this sandbox that is alive and has scope payment"));
    }

    private static EpayCall with(EpayCall call, PageStart start, AccessToken token) {
        return new EpayCall(
                call.worldCall(),
                call.services(),
                call.bank(),
                Optional.of(token),
                new BodyReader.Body(BodyReader.Kind.JSON, start.payment()),
                call.base(),
                call.compliance(),
                call.now());
    }
}
