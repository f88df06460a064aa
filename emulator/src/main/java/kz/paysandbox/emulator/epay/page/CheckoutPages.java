package kz.paysandbox.emulator.epay.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.RsaKey;
import kz.paysandbox.emulator.epay.domain.Checkout;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.payform.Language;
import kz.paysandbox.emulator.epay.payform.WebLink;
import kz.paysandbox.emulator.epay.rows.PaymentViews;
import kz.paysandbox.emulator.http.Reply;

/** The hosted payment page as it is shown: the form with its saved and test cards, or the receipt. */
final class CheckoutPages {

    private CheckoutPages() {}

    /** What an order's page shows now. */
    static Reply show(EpayCall call, Checkout checkout) {
        Optional<Payment> payment = call.bank().payments().find(checkout.paymentId());
        boolean paid = payment.filter(one -> one.at(call.now()).isGranted()).isPresent();
        return paid ? receipt(call, checkout.order(), payment.get(), checkout.widget()) : form(call, checkout, payment);
    }

    /** What an invoice's link shows once it is paid; empty before. */
    static Optional<Reply> receipt(EpayCall call, Order order) {
        return call.bank()
                .payments()
                .ofInvoice(order.shop(), order.invoiceId())
                .filter(payment -> payment.at(call.now()).isGranted())
                .map(payment -> receipt(call, order, payment, false));
    }

    private static Reply receipt(EpayCall call, Order order, Payment payment, boolean widget) {
        return call.services()
                .templates()
                .page(
                        "paid",
                        order.language(),
                        Map.of(
                                "shop", order.shop().name(),
                                "amount", order.amount().toString(),
                                "currency", order.currency(),
                                "mask", payment.card().mask(),
                                "reference", PaymentViews.of(call, payment).reference(),
                                "back", WebLink.safe(order.links().backLink()),
                                "widget", String.valueOf(widget)),
                        Map.of());
    }

    private static Reply form(EpayCall call, Checkout checkout, Optional<Payment> tried) {
        Order order = checkout.order();
        Language language = Language.of(order.language());
        String error = tried.flatMap(payment -> payment.refusal(call.now()))
                .map(reason -> words(call, checkout, Refusal.of(reason)))
                .orElse("");
        RsaKey key = call.services().cryptograms().key();
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
        return call.services().templates().page(200, "page", language, values, Map.of(), fragments);
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
        return call.services().templates().fragment(template, language, values);
    }

    /** What the customer reads for a refusal. */
    static String words(EpayCall call, Checkout checkout, Refusal refusal) {
        Language language = Language.of(checkout.order().language());
        return call.services()
                .templates()
                .refusal(
                        language,
                        call.wire().code(refusal.reason()),
                        call.wire().message(refusal));
    }
}
