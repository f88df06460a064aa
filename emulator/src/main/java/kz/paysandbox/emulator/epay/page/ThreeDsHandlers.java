package kz.paysandbox.emulator.epay.page;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.WebAddress;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.ThreeDs;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.payform.WebLink;
import kz.paysandbox.emulator.epay.rows.Announcements;
import kz.paysandbox.emulator.epay.rows.PaymentHandlers;
import kz.paysandbox.emulator.epay.rows.PaymentViews;
import kz.paysandbox.emulator.http.Reply;

/** The issuer's page of the sandbox, and where its answer comes in (SDK and clients in production). */
public final class ThreeDsHandlers {

    private ThreeDsHandlers() {}

    /** The shop's form opens the issuer's page. */
    public static Reply open(EpayCall call) {
        return challenged(call, call.path("md"))
                .map(payment -> {
                    if (!WebLink.isSafe(call.text("TermUrl"))) {
                        return call.wire()
                                .refused(new Refusal(Reason.MALFORMED, "TermUrl must be an http or https address"));
                    }
                    return payment.at(call.now()) == PaymentStatus.THREE_D
                            ? acs(call, payment, "")
                            : handBack(call, payment, false);
                })
                .orElseGet(() -> unknown(call));
    }

    /** The customer types a code, or gives up. */
    public static Reply answer(EpayCall call) {
        Optional<Payment> found = challenged(call, call.path("md"));
        if (found.isEmpty() || !WebLink.isSafe(call.text("TermUrl"))) {
            return unknown(call);
        }
        Payment payment = found.get();
        if (payment.at(call.now()) != PaymentStatus.THREE_D || call.text("act").equals("cancel")) {
            return handBack(call, payment, false);
        }
        return switch (new ThreeDs(call.bank()).answer(payment, call.text("code"), call.now())) {
            case PASSED -> handBack(call, payment, true);
            case WRONG -> acs(call, payment, "acs.wrong");
            case GIVEN_UP -> handBack(call, payment, false);
        };
    }

    /** The SDK's way back: ends on an address with the reference or an error code. */
    public static Reply confirmPayment(EpayCall call) {
        return complete(call, payment -> backToShop(call, payment));
    }

    /** The way back of shops with a page of their own. */
    public static Reply confirm(EpayCall call) {
        return complete(
                call,
                payment -> call.services().config().form().messages().confirmAsJson()
                        ? PaymentHandlers.reply(call, payment)
                        : backToShop(call, payment));
    }

    /** Decides the payment that the issuer answered for, has the shop told, then replies. */
    static Reply complete(EpayCall call, Function<Payment, Reply> reply) {
        return challenged(call, call.text("MD"))
                .map(before -> {
                    boolean open = before.at(call.now()) == PaymentStatus.THREE_D;
                    Outcome<Payment, Refusal> outcome =
                            new ThreeDs(call.bank()).complete(before, call.text("PaRes"), call.now());
                    Payment present = outcome.value()
                            .or(() -> call.bank().payments().find(before.id()))
                            .orElse(before);
                    Reply ready = reply.apply(present);
                    if (!open || outcome.refusal().isPresent()) {
                        return ready;
                    }
                    CompletionStage<?> told = Announcements.of(call).tell(present, call.now());
                    return Announcements.after(told, ready);
                })
                .orElseGet(() -> unknown(call));
    }

    private static Reply backToShop(EpayCall call, Payment payment) {
        PaymentViews view = PaymentViews.of(call, payment);
        boolean granted = payment.at(call.now()).isGranted();
        String link = granted
                ? payment.order().links().backLink()
                : payment.order().links().failureBack();
        String outcome = granted ? "reference=" + view.reference() : "errorCode=" + view.reasonCode();
        return WebLink.redirect(WebAddress.of(link)
                .map(shop -> shop.with(outcome).toString())
                .orElseGet(() -> call.base() + "/payform/done?" + outcome));
    }

    private static Reply acs(EpayCall call, Payment payment, String error) {
        return call.services()
                .templates()
                .page(
                        "acs",
                        payment.order().language(),
                        Map.of(
                                "md", call.path("md"),
                                "termUrl", call.text("TermUrl"),
                                "shop", payment.order().shop().name(),
                                "amount", payment.order().amount().toString(),
                                "currency", payment.order().currency(),
                                "mask", payment.card().mask(),
                                "code", new ThreeDs(call.bank()).code(payment)),
                        Map.of("error", error));
    }

    private static Reply handBack(EpayCall call, Payment payment, boolean passed) {
        return call.services()
                .templates()
                .page(
                        "submit",
                        payment.order().language(),
                        Map.of(
                                "action", call.text("TermUrl"),
                                "md", call.path("md"),
                                "paRes", new ThreeDs(call.bank()).paRes(payment, passed)),
                        Map.of());
    }

    private static Optional<Payment> challenged(EpayCall call, String md) {
        return call.bank().challenged(md);
    }

    private static Reply unknown(EpayCall call) {
        return call.wire().refused(new Refusal(Reason.TRANSACTION_UNKNOWN, "no 3-D Secure exchange with this MD"));
    }
}
