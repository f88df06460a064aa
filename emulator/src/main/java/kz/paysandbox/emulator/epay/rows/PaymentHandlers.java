package kz.paysandbox.emulator.epay.rows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentProcess;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.ThreeDs;
import kz.paysandbox.emulator.epay.domain.cards.CardData;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.http.Reply;

/** Payments by cryptogram and by saved card (payment page, saved cards page). */
public final class PaymentHandlers {

    /** Begins with the Cyrillic letter that the bank's SDK and field table print. */
    private static final String CYRILLIC_CRYPTOGRAM = "\u0441ryptogram";

    /** Required by the payment page beside the order's own fields; left out by clients in production. */
    private static final List<String> REQUIRED = List.of("name", "description");

    private PaymentHandlers() {}

    public static Outcome<Reply, Refusal> cryptopay(EpayCall call) {
        Outcome<String, Refusal> cryptogram = WaysToPay.judge(call).flatMap(card -> cryptogram(call));
        Outcome<Order, Refusal> order =
                cryptogram.flatMap(given -> Orders.read(call, REQUIRED).flatMap(PaymentProcess::check));
        return order.map(asked -> Reply.later(call.services()
                .cryptograms()
                .open(cryptogram.value().orElseThrow())
                .thenCompose(card -> paid(call, asked, card))));
    }

    public static Outcome<Reply, Refusal> savedCard(EpayCall call) {
        String cardId = call.text("cardId.id").isEmpty() ? call.text("cardId") : call.text("cardId.id");
        Outcome<String, Refusal> card =
                cardId.isEmpty() ? Refusal.refuse(Reason.MALFORMED, "cardId.id is missing") : Outcome.ok(cardId);
        return WaysToPay.judge(call)
                .flatMap(fine -> card)
                .flatMap(given -> terminal(call))
                .flatMap(given -> Orders.read(call, List.of()))
                .flatMap(order -> Invoices.judgeTail(
                        call, order, new PaymentProcess(call.bank()).bySavedCard(order, cardId, call.now())))
                .map(payment -> answer(call, payment));
    }

    /** Saved cards page: terminalId is one of the fields that it needs. */
    private static Outcome<Boolean, Refusal> terminal(EpayCall call) {
        boolean missing = call.text("terminalId").isEmpty()
                && !call.services().config().terms().savedCardWithoutTerminal();
        return missing ? Refusal.refuse(Reason.MALFORMED, "terminalId is missing") : Outcome.ok(true);
    }

    /** Its two spellings; the pages print both. */
    private static Outcome<String, Refusal> cryptogram(EpayCall call) {
        String latin = call.text("cryptogram");
        String given = latin.isEmpty() ? call.text(CYRILLIC_CRYPTOGRAM) : latin;
        return given.isEmpty() ? Refusal.refuse(Reason.MALFORMED, "cryptogram is missing") : Outcome.ok(given);
    }

    private static CompletionStage<Reply> paid(EpayCall call, Order order, Outcome<CardData, Refusal> card) {
        return Invoices.judgeTail(
                        call,
                        order,
                        card.flatMap(data -> new PaymentProcess(call.bank()).byCard(order, data, call.now())))
                .fold(
                        payment -> told(call, payment),
                        refusal -> CompletableFuture.completedFuture(call.wire().refused(refusal)));
    }

    private static CompletionStage<Reply> told(EpayCall call, Payment payment) {
        AutomaticCustomer.of(call).meets(payment, call.now());
        Reply reply = reply(call, payment);
        return Announcements.of(call).tell(payment, call.now()).thenApply(done -> reply);
    }

    private static Reply answer(EpayCall call, Payment payment) {
        AutomaticCustomer.of(call).meets(payment, call.now());
        return Announcements.after(Announcements.of(call).tell(payment, call.now()), reply(call, payment));
    }

    /** A payment that was not granted is refused with its reason's code. */
    public static Reply reply(EpayCall call, Payment payment) {
        Optional<Reason> refusal = payment.refusal(call.now());
        if (refusal.isPresent()) {
            return call.wire().refused(Refusal.of(refusal.get()));
        }
        return call.wire().json(200, PaymentViews.of(call, payment).paid(challenge(call, payment)));
    }

    private static Optional<Answers.Secure3D> challenge(EpayCall call, Payment payment) {
        if (payment.at(call.now()) != PaymentStatus.THREE_D) {
            return Optional.empty();
        }
        String md = payment.challenge().orElseThrow().md();
        return Optional.of(new Answers.Secure3D(
                call.base() + "/acs/" + md,
                md,
                new ThreeDs(call.bank()).paReq(payment),
                call.base() + "/payments/cards/confirmPayment"));
    }
}
