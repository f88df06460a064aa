package kz.paysandbox.emulator.epay;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.Checkout;
import kz.paysandbox.emulator.epay.domain.Links;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payer;
import kz.paysandbox.emulator.epay.domain.Paying;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.Reason;
import kz.paysandbox.emulator.epay.domain.Refusal;
import kz.paysandbox.emulator.epay.domain.TestCards;
import kz.paysandbox.emulator.epay.domain.ThreeDs;
import kz.paysandbox.emulator.epay.payform.Language;
import kz.paysandbox.emulator.epay.payform.WebLink;
import kz.paysandbox.emulator.http.Reply;

/** The hosted payment page: shows an order, takes an encrypted or saved card, and shows what came of it. */
final class CheckoutHandlers {

    private CheckoutHandlers() {}

    static Reply show(EpayCall call) {
        return found(call).map(checkout -> show(call, checkout)).orElseGet(() -> gone(call));
    }

    /** The page's script sends a cryptogram, or the id of a saved card. */
    static Reply pay(EpayCall call) {
        return found(call).map(checkout -> pay(call, checkout)).orElseGet(() -> gone(call));
    }

    /** The issuer's page hands back. */
    static Reply afterChallenge(EpayCall call) {
        return found(call)
                .map(checkout -> ThreeDsHandlers.complete(call, payment -> WebLink.redirect(address(call, checkout))))
                .orElseGet(() -> gone(call));
    }

    private static Reply show(EpayCall call, Checkout checkout) {
        Optional<Payment> payment = call.bank().payments().find(checkout.paymentId());
        boolean paid = payment.filter(one -> one.at(call.now()).isGranted()).isPresent();
        return paid ? receipt(call, checkout, payment.get()) : form(call, checkout, payment);
    }

    private static Reply receipt(EpayCall call, Checkout checkout, Payment payment) {
        Order order = checkout.order();
        return call.tools()
                .templates()
                .page(
                        "paid",
                        order.language(),
                        Map.of(
                                "shop", order.shop().name(),
                                "amount", order.amount().toString(),
                                "currency", order.currency(),
                                "mask", payment.card().mask(),
                                "reference", Views.of(call, payment).reference(),
                                "back", WebLink.safe(order.links().backLink()),
                                "widget", String.valueOf(checkout.widget())),
                        Map.of());
    }

    private static Reply form(EpayCall call, Checkout checkout, Optional<Payment> tried) {
        Order order = checkout.order();
        Language language = Language.of(order.language());
        String error = tried.flatMap(payment -> payment.refusal(call.now()))
                .map(reason -> call.wire().message(Refusal.of(reason)))
                .orElse("");
        RsaKey key = call.tools().cryptograms().key();
        Map<String, String> values = Map.ofEntries(
                Map.entry("page", checkout.id()),
                Map.entry("shop", order.shop().name()),
                Map.entry("invoice", order.invoiceId()),
                Map.entry("amount", order.amount().toString()),
                Map.entry("currency", order.currency()),
                Map.entry("description", order.description()),
                Map.entry("name", order.payer().name()),
                Map.entry("error", error),
                Map.entry("terminal", order.shop().terminal()),
                Map.entry("modulus", key.modulus().toString(16)),
                Map.entry("exponent", key.exponent().toString(16)),
                Map.entry("back", WebLink.safe(order.links().failureBack())),
                Map.entry("widget", String.valueOf(checkout.widget())));
        Map<String, String> fragments = Map.of(
                "saved", saved(call, order, language),
                "keep", order.payer().accountId().isEmpty() ? "" : fragment(call, "keep", language, Map.of()),
                "cards", testCards(call, language));
        return call.tools().templates().page(200, "page", language, values, Map.of(), fragments);
    }

    private static String saved(EpayCall call, Order order, Language language) {
        if (order.payer().accountId().isEmpty()) {
            return "";
        }
        return call.bank().cards().of(order.shop(), order.payer().accountId()).stream()
                .map(card -> fragment(
                        call,
                        "saved",
                        language,
                        Map.of(
                                "id",
                                card.id(),
                                "mask",
                                card.face().mask(),
                                "type",
                                card.face().type())))
                .collect(Collectors.joining());
    }

    private static String testCards(EpayCall call, Language language) {
        return TestCards.all().stream()
                .map(card -> fragment(
                        call,
                        "testcard",
                        language,
                        Map.of(
                                "pan", card.pan(),
                                "expiry", card.printed().get(0).expiry(),
                                "cvc", card.printed().get(0).cvc(),
                                "behavior", card.behavior().label())))
                .collect(Collectors.joining());
    }

    private static String fragment(EpayCall call, String template, Language language, Map<String, String> values) {
        return call.tools().templates().fragment(template, language, values);
    }

    private static Reply pay(EpayCall call, Checkout checkout) {
        String cardId = call.text("cardId");
        if (!cardId.isEmpty()) {
            return Reply.later(answered(
                    call, checkout, new Paying(call.bank()).bySavedCard(checkout.order(), cardId, call.now())));
        }
        Order order = typed(call, checkout.order());
        return Reply.later(call.tools()
                .cryptograms()
                .open(call.text("cryptogram"))
                .thenCompose(card -> answered(
                        call, checkout, card.then(data -> new Paying(call.bank()).byCard(order, data, call.now())))));
    }

    private static CompletionStage<Reply> answered(
            EpayCall call, Checkout checkout, Outcome<Payment, Refusal> outcome) {
        Function<Refusal, CompletionStage<Reply>> refused =
                refusal -> CompletableFuture.completedFuture(declined(call, refusal));
        return outcome.fold(
                payment -> {
                    call.bank().checkouts().put(checkout.id(), checkout.tried(payment));
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
                .map(reason -> declined(call, Refusal.of(reason)))
                .orElseGet(() -> call.wire().page("paid", Map.of("url", address(call, checkout))));
    }

    private static Reply declined(EpayCall call, Refusal refusal) {
        return call.wire()
                .page(
                        "declined",
                        Map.of(
                                "code",
                                call.wire().code(refusal.reason()),
                                "message",
                                call.wire().message(refusal)));
    }

    /** The customer's own words on the page come first. */
    private static Order typed(EpayCall call, Order order) {
        Payer payer = order.payer();
        String name =
                call.text("name").isEmpty() ? payer.name() : call.text("name").toUpperCase(Locale.ROOT);
        return new Order(
                order.shop(),
                order.invoiceId(),
                order.invoiceIdAlt(),
                order.amount(),
                order.currency(),
                order.description(),
                order.language(),
                new Payer(payer.accountId(), name, payer.email(), payer.phone()),
                new Links(
                        order.links().backLink(),
                        order.links().failureBackLink(),
                        order.links().postLink(),
                        order.links().failurePostLink()),
                order.data(),
                order.secretHash(),
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
