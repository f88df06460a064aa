package kz.paysandbox.emulator.epay;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.AccessToken;
import kz.paysandbox.emulator.epay.domain.Checkout;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Paying;
import kz.paysandbox.emulator.epay.domain.Reason;
import kz.paysandbox.emulator.epay.domain.Refusal;
import kz.paysandbox.emulator.epay.payform.Assets;
import kz.paysandbox.emulator.epay.payform.Language;
import kz.paysandbox.emulator.epay.payform.WebLink;
import kz.paysandbox.emulator.http.Reply;

/** Opens payment pages: for the widget's script (widget page), and for invoice links (invoice page). */
final class PageHandlers {

    /** What a page's payment object is observed as: its own fields, not the form's that carry it. */
    static final String ROW = "epay payform start";

    private PageHandlers() {}

    static Reply widget(EpayCall call) {
        return Assets.widget();
    }

    static Reply script(EpayCall call) {
        return Assets.script();
    }

    static Reply style(EpayCall call) {
        return Assets.style();
    }

    /** The script posts the shop's payment object; what stands in it is held against its token as an API call's is. */
    static Reply start(EpayCall call) {
        boolean widget = call.text("mode").equals("widget");
        return token(call)
                .then(token -> {
                    EpayCall asked = with(call, token);
                    call.manners().used(token);
                    Outcome<Order, Refusal> order = Access.spend(token, call.visit(), call.conduct())
                            .then(fine -> asked.named(ROW))
                            .then(fine -> Orders.read(asked))
                            .then(Paying::check);
                    asked.observe(ROW, order.refusal().isPresent() ? 400 : 302);
                    return order;
                })
                .fold(order -> open(call, order, widget), refusal -> problem(call, refusal, language(call)));
    }

    static Reply invoice(EpayCall call) {
        return call.bank()
                .links()
                .find(call.path("link"))
                .filter(link -> link.isOpen(call.now()))
                .map(link -> open(call, link.order(), false))
                .orElseGet(() -> problem(
                        call, new Refusal(Reason.INVOICE, "the link is unknown, or its time is over"), Language.RUS));
    }

    /** Where customers end who have no page of the shop to go to. */
    static Reply done(EpayCall call) {
        boolean granted = call.query("reference").isPresent();
        return call.tools()
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
        return call.tools()
                .templates()
                .page(
                        400,
                        "problem",
                        language,
                        Map.of(
                                "message", call.wire().message(refusal),
                                "code", String.valueOf(call.wire().code(refusal.reason()))),
                        Map.of(),
                        Map.of());
    }

    private static Reply open(EpayCall call, Order order, boolean widget) {
        String id = call.bank().tagged("epay.page", call.bank().ids().next());
        call.bank().checkouts().put(id, new Checkout(id, order, widget, ""));
        return WebLink.redirect(call.base() + "/payform/pay/" + id);
    }

    private static Outcome<AccessToken, Refusal> token(EpayCall call) {
        return PageStart.token(call.body())
                .flatMap(value -> call.bank().tokens().find(value))
                .filter(token -> token.isAlive(call.now()) && token.mayPay())
                .<Outcome<AccessToken, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(
                        Reason.TERMINAL, "auth holds no token of this sandbox that is alive and has scope payment"));
    }

    private static EpayCall with(EpayCall call, AccessToken token) {
        return new EpayCall(
                call.visit(),
                call.tools(),
                call.bank(),
                call.callbacks(),
                Optional.of(token),
                new Bodies.Body(Bodies.Kind.JSON, PageStart.payment(call.body()).orElse(Map.of())),
                call.base(),
                call.conduct(),
                call.now());
    }

    private static Language language(EpayCall call) {
        return PageStart.payment(call.body())
                .map(fields -> fields.get("language"))
                .map(given -> Language.of(given.text()))
                .orElse(Language.RUS);
    }
}
