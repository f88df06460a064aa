package kz.paysandbox.emulator.epay.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Checkout;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payer;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentProcess;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.ThreeDs;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.payform.Language;
import kz.paysandbox.emulator.epay.payform.WebLink;
import kz.paysandbox.emulator.epay.rows.Announcements;
import kz.paysandbox.emulator.http.Reply;

/** The hosted payment page at work: takes an encrypted or saved card and says what came of it. */
public final class CheckoutHandlers {

    private CheckoutHandlers() {}

    public static Reply show(EpayCall call) {
        return found(call).map(checkout -> CheckoutPages.show(call, checkout)).orElseGet(() -> gone(call));
    }

    /** The page's script sends a cryptogram, or the id of a saved card. */
    public static Reply pay(EpayCall call) {
        return found(call).map(checkout -> pay(call, checkout)).orElseGet(() -> gone(call));
    }

    /** The issuer's page hands back. */
    public static Reply afterChallenge(EpayCall call) {
        boolean open = call.bank()
                .challenged(call.text("MD"))
                .filter(payment -> payment.at(call.now()) == PaymentStatus.THREE_D)
                .isPresent();
        return found(call)
                .map(checkout -> ThreeDsHandlers.complete(call, payment -> {
                    if (open) {
                        call.protocolRules().decidedOnPage(payment, call.worldCall());
                    }
                    return WebLink.redirect(address(call, checkout));
                }))
                .orElseGet(() -> gone(call));
    }

    private static Reply pay(EpayCall call, Checkout checkout) {
        giveUpEarlier(call, checkout);
        String cardId = call.text("cardId");
        if (!cardId.isEmpty()) {
            return Reply.later(answered(
                    call,
                    checkout,
                    own(call, checkout.order(), cardId)
                            .flatMap(order -> new PaymentProcess(call.bank()).bySavedCard(order, cardId, call.now()))));
        }
        Order order = typed(call, checkout.order());
        return Reply.later(call.services()
                .cryptograms()
                .open(call.text("cryptogram"))
                .thenCompose(card -> answered(
                        call,
                        checkout,
                        card.flatMap(data -> new PaymentProcess(call.bank()).byCard(order, data, call.now())))));
    }

    /** A customer pays with a card of their own account; unlike the shop's server they may not name any other. */
    private static Outcome<Order, Refusal> own(EpayCall call, Order order, String cardId) {
        String accountId = order.payer().accountId();
        boolean kept = !accountId.isEmpty()
                && call.bank().cards().of(order.shop(), accountId).stream()
                        .anyMatch(card -> card.id().equals(cardId));
        return kept ? Outcome.ok(order) : Refusal.refuse(Reason.CARD_UNKNOWN);
    }

    /** Who comes back from the issuer's page without an answer may pay in another way. */
    private static void giveUpEarlier(EpayCall call, Checkout checkout) {
        call.bank()
                .payments()
                .find(checkout.paymentId())
                .filter(earlier -> earlier.at(call.now()) == PaymentStatus.THREE_D)
                .flatMap(earlier -> new ThreeDs(call.bank())
                        .giveUp(earlier.id(), call.now())
                        .value())
                .ifPresent(ended -> Announcements.of(call).tell(ended, call.now()));
    }

    private static CompletionStage<Reply> answered(
            EpayCall call, Checkout checkout, Outcome<Payment, Refusal> outcome) {
        Function<Refusal, CompletionStage<Reply>> refused =
                refusal -> CompletableFuture.completedFuture(declined(call, checkout, refusal));
        return outcome.fold(
                payment -> {
                    call.bank().checkouts().change(checkout.id(), open -> open.tried(payment));
                    if (payment.at(call.now()) != PaymentStatus.THREE_D) {
                        call.protocolRules().decidedOnPage(payment, call.worldCall());
                    }
                    Reply reply = reply(call, checkout, payment);
                    return Announcements.of(call).tell(payment, call.now()).thenApply(done -> reply);
                },
                refused);
    }

    private static Reply reply(EpayCall call, Checkout checkout, Payment payment) {
        if (payment.at(call.now()) == PaymentStatus.THREE_D) {
            String md = payment.challenge().orElseThrow().md();
            return call.wire()
                    .page(
                            "3ds",
                            Map.of(
                                    "action",
                                    call.base() + "/acs/" + md,
                                    "MD",
                                    md,
                                    "PaReq",
                                    new ThreeDs(call.bank()).paReq(payment),
                                    "TermUrl",
                                    address(call, checkout) + "/3ds"));
        }
        return payment.refusal(call.now())
                .map(reason -> declined(call, checkout, Refusal.of(reason)))
                .orElseGet(() -> call.wire().page("paid", Map.of("url", address(call, checkout))));
    }

    private static Reply declined(EpayCall call, Checkout checkout, Refusal refusal) {
        return call.wire()
                .page(
                        "declined",
                        Map.of(
                                "code",
                                call.wire().code(refusal.reason()),
                                "message",
                                CheckoutPages.words(call, checkout, refusal)))
                .because(call.wire().explanation(refusal));
    }

    /** The customer's own words on the page come first. */
    private static Order typed(EpayCall call, Order order) {
        Payer payer = order.payer();
        String name =
                call.text("name").isEmpty() ? payer.name() : call.text("name").toUpperCase(Locale.ROOT);
        return new Order(
                order.shop(),
                order.invoice(),
                order.words(),
                new Payer(payer.accountId(), name, payer.email(), payer.phone()),
                order.links(),
                order.cardSave() || call.flag("cardSave"),
                order.recurrent());
    }

    private static Optional<Checkout> found(EpayCall call) {
        return call.bank().checkouts().find(call.path("page"));
    }

    private static String address(EpayCall call, Checkout checkout) {
        return call.base() + "/payform/pay/" + checkout.id();
    }

    private static Reply gone(EpayCall call) {
        return PageHandlers.problem(call, new Refusal(Reason.INVOICE, "this payment page is unknown"), Language.RUS);
    }
}
