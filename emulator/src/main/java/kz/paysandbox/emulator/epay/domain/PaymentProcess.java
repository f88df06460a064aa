package kz.paysandbox.emulator.epay.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.cards.CardBehavior;
import kz.paysandbox.emulator.epay.domain.cards.CardCheck;
import kz.paysandbox.emulator.epay.domain.cards.CardData;
import kz.paysandbox.emulator.epay.domain.cards.CardSummary;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;

/**
 * The payment of an order by card: asks for amount, invoice and card, then the issuer (payment and saved cards pages).
 */
public final class PaymentProcess {

    /** Currencies that the pages print. */
    public static final Set<String> CURRENCIES = Set.of("KZT", "USD");

    /** Bytes of a description in UTF-8 (code 3298). */
    private static final int LONGEST_DESCRIPTION = 125;

    private final EpayBank bank;

    public PaymentProcess(EpayBank bank) {
        this.bank = bank;
    }

    /**
     * Pays by what a cryptogram held. A refusal leaves no transaction; a transaction that the issuer rejects is an
     * achievement in this sense.
     */
    public Outcome<Payment, Refusal> byCard(Order order, CardData card, Instant now) {
        return check(order)
                .flatMap(fine -> card.terminal().equalsIgnoreCase(order.shop().terminal())
                        ? Outcome.ok(fine)
                        : Refusal.silently(Reason.TERMINAL, terminalMistake(card)))
                .flatMap(fine -> new CardCheck(bank.rules().unknownCards()).judge(card, now))
                .flatMap(face -> keep(order, face, "", now))
                .flatMap(payment -> ask(payment, payment.card().behavior() == CardBehavior.THREE_DS, now));
    }

    private String terminalMistake(CardData card) {
        if (card.terminal().isEmpty()) {
            return "the cryptogram holds no terminalId";
        }
        return bank.shopOfTerminal(card.terminal()).isPresent()
                ? "the cryptogram was made for another client's terminalId"
                : "the cryptogram was made for a terminalId that no client has";
    }

    /** Pays by a saved card of the shop; the customer is not there, so no 3-D Secure unless the rules say so. */
    public Outcome<Payment, Refusal> bySavedCard(Order order, String cardId, Instant now) {
        return check(order)
                .flatMap(fine -> bank.cards()
                        .active(order.shop(), cardId)
                        .<Outcome<SavedCard, Refusal>>map(Outcome::ok)
                        .orElseGet(() -> Refusal.refuse(Reason.CARD_UNKNOWN, "this shop has no active card " + cardId)))
                .flatMap(card -> keep(order, card.face(), card.id(), now))
                .flatMap(payment -> ask(
                        payment,
                        bank.rules().savedCardChallenge() && payment.card().behavior() == CardBehavior.THREE_DS,
                        now));
    }

    /** Whether an order could be paid at all; checked in this order: currency, amount, description. */
    public static Outcome<Order, Refusal> check(Order order) {
        if (!CURRENCIES.contains(order.currency())) {
            return Refusal.refuse(Reason.AMOUNT, "currency must be KZT or USD");
        }
        if (order.amount().tiyn() < 0) {
            return Refusal.refuse(Reason.AMOUNT, "amount must not be negative");
        }
        if (order.isVerification() && !order.currency().equals("USD")) {
            return Refusal.refuse(Reason.ZERO_AMOUNT, "amount 0 is for card verification, with currency USD");
        }
        boolean tooLong = order.description().getBytes(StandardCharsets.UTF_8).length > LONGEST_DESCRIPTION;
        return tooLong ? Refusal.refuse(Reason.DESCRIPTION_TOO_LONG) : Outcome.ok(order);
    }

    private Outcome<Payment, Refusal> keep(Order order, CardSummary face, String cardId, Instant now) {
        long number = bank.ids().next();
        String id = bank.ids().uuid("epay.payment", number).toString();
        return bank.payments()
                .add(
                        Payment.created(new Payment.Terms(
                                number,
                                id,
                                order,
                                face,
                                cardId,
                                now,
                                bank.rules().holdLife())),
                        now);
    }

    private Outcome<Payment, Refusal> ask(Payment payment, boolean challenge, Instant now) {
        if (challenge) {
            Challenge asked = new Challenge(
                    bank.tagged("epay.md", payment.number()),
                    now,
                    now.plus(bank.rules().challengeLife()),
                    0);
            bank.remember(asked, payment);
            return bank.payments().change(payment.id(), open -> open.challenged(asked));
        }
        Optional<Reason> refusal = payment.card().behavior().refusal();
        return decide(
                payment.id(),
                refusal.map(reason -> Verdict.rejected(reason, now)).orElseGet(() -> Verdict.granted(now)));
    }

    /** Decides an open payment; a granted one's card is kept where the order says so. */
    Outcome<Payment, Refusal> decide(String id, Verdict verdict) {
        return bank.payments().change(id, open -> open.decided(verdict)).map(this::withSavedCard);
    }

    private Payment withSavedCard(Payment payment) {
        boolean keeps = payment.order().cardSave()
                && payment.cardId().isEmpty()
                && !payment.order().payer().accountId().isEmpty()
                && payment.verdict()
                        .filter(verdict -> verdict.kind() == Verdict.Kind.GRANTED)
                        .isPresent();
        if (!keeps) {
            return payment;
        }
        String id = bank.ids().uuid("epay.card", payment.number()).toString();
        SavedCard saved = bank.cards().save(payment, id, payment.created());
        return bank.payments()
                .change(payment.id(), paid -> Outcome.ok(paid.withCard(saved.id())))
                .value()
                .orElse(payment);
    }
}
