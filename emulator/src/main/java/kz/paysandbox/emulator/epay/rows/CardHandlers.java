package kz.paysandbox.emulator.epay.rows;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.SavedCard;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.epay.wire.EpayDates;
import kz.paysandbox.emulator.http.Reply;

/** Saved cards (saved cards page), and the key that cryptograms are made with. */
public final class CardHandlers {

    private CardHandlers() {}

    public static Reply publicKey(EpayCall call) {
        return Reply.text(
                200,
                "text/plain; charset=utf-8",
                call.services().cryptograms().key().publicPem());
    }

    public static Reply list(EpayCall call) {
        List<Answers.SavedCard> cards = call.bank().cards().of(call.shop(), call.path("accountId")).stream()
                .map(card -> view(call, card))
                .toList();
        return cards.isEmpty()
                ? call.wire()
                        .refused(
                                call.services().config().form().statuses().noCardsHttp(),
                                Refusal.of(Reason.NO_SAVED_CARDS))
                : call.wire().json(200, cards);
    }

    public static Outcome<Reply, Refusal> deactivate(EpayCall call) {
        return call.bank()
                .cards()
                .deactivate(call.shop(), call.path("cardID"))
                .<Outcome<Reply, Refusal>>map(
                        card -> Outcome.ok(call.wire().json(200, new Answers.Deactivated("карта деактивирована"))))
                .orElseGet(() -> Outcome.refused(Refusal.of(Reason.NO_SAVED_CARDS)));
    }

    private static Answers.SavedCard view(EpayCall call, SavedCard card) {
        var ids = call.bank().ids();
        return new Answers.SavedCard(
                card.id(),
                card.payment().id(),
                card.shop().shopId(),
                card.face().hash(),
                card.face().mask(),
                card.payment().order().payer().name(),
                DerivedIds.reference(ids, card.number()),
                DerivedIds.intReference(ids, card.number()),
                ids.uuid("epay.card-token", card.number()).toString(),
                card.shop().terminal(),
                EpayDates.of(card.created()),
                card.active(),
                card.accountId());
    }
}
