package kz.paysandbox.emulator.epay.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.epay.domain.cards.CardData;
import kz.paysandbox.emulator.epay.domain.cards.TestCard;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/** A bank with a shop of each kind. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-21T07:00:00Z");

    private Fixtures() {}

    public static EpayBank bank() {
        return bank(1_000);
    }

    /** As the bank's pages have them: a card that nobody knows is refused, and so is a refund's number used again. */
    public static final EpayRules RULES = rules(
            new EpayRules.Refunds(Money.tenge(10), false, Optional.empty(), EpayRules.Repeat.REFUSED), false, 100);

    public static EpayBank bank(int most) {
        return bank(most, false);
    }

    /** One that refuses an invoice with the end of another. */
    static EpayBank strict() {
        return bank(1_000, true);
    }

    private static EpayBank bank(int most, boolean uniqueTails) {
        EpayRules rules = rules(RULES.refunds(), uniqueTails, most);
        return new EpayBank(new Ids(1), "0a1b2c3d", rules, List.of(shop(1), shop(2)));
    }

    /** With so many payments, tokens and pages. */
    public static EpayRules rules(int most) {
        return rules(RULES.refunds(), false, most);
    }

    static EpayRules rules(EpayRules.Refunds refunds, boolean uniqueTails, int most) {
        return new EpayRules(
                Duration.ofDays(7), Duration.ofMinutes(10), refunds, false, false, uniqueTails, most, most);
    }

    public static Shop shop(int steps) {
        return new Shop("client-" + steps, "secret", "terminal-" + steps, "9812000" + steps, "shop", "Shop", steps);
    }

    static Order order(int steps, String invoiceId, Money amount) {
        return new Order(
                shop(steps),
                new Order.Invoice(invoiceId, "", amount, "KZT"),
                new Order.Words("", "rus", "", ""),
                new Payer("", "", "", ""),
                Links.NONE,
                false,
                false);
    }

    /** The same, its card kept for an account. */
    static Order keeping(Order order, String account) {
        return new Order(
                order.shop(),
                order.invoice(),
                order.words(),
                new Payer(account, "", "", ""),
                order.links(),
                true,
                order.recurrent());
    }

    static CardData card(int steps, String pan) {
        TestCard card = TestCards.find(pan).orElseThrow();
        TestCard.Printed printed = card.printed().get(0);
        return new CardData(pan, printed.expiry(), printed.cvc(), "terminal-" + steps);
    }

    public static CardData good(int steps) {
        return card(steps, "4405639704015096");
    }
}
