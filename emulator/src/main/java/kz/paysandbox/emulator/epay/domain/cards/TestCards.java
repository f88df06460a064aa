package kz.paysandbox.emulator.epay.domain.cards;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.epay.domain.cards.TestCard.Printed;

/** The cards that the sandbox knows: the bank's published ones (test data page), then our own for what it lacks. */
public final class TestCards {

    // spotless:off
    private static final List<TestCard> ALL = List.of(
            card("4405639704015096", CardBehavior.OK, "0127", "321", "0125", "815"),
            card("5522042705066736", CardBehavior.OK, "0127", "775", "0125", "525"),
            card("377514500004820", CardBehavior.OK, "0128", "0198", "0125", "4169"),
            card("377514500000794", CardBehavior.LOCKED, "0923", "1687"),
            card("4003032704547597", CardBehavior.LOCKED, "0920", "170"),
            card("5578342710750560", CardBehavior.LOCKED, "0920", "254"),
            card("4405640000003000", CardBehavior.THREE_DS, "1235", "300"),
            card("4405640000004842", CardBehavior.INSUFFICIENT_FUNDS, "1235", "484"),
            card("4405640000004784", CardBehavior.EXPIRED, "1235", "478"),
            card("4405640000004628", CardBehavior.DECLINED, "1235", "462"),
            card("4405640000004883", CardBehavior.LIMIT, "1235", "488"),
            card("4405640000004834", CardBehavior.STOLEN, "1235", "483"));
    // spotless:on

    private TestCards() {}

    public static List<TestCard> all() {
        return ALL;
    }

    public static Optional<TestCard> find(String pan) {
        return ALL.stream().filter(card -> card.pan().equals(pan)).findFirst();
    }

    private static TestCard card(String pan, CardBehavior behavior, String expiry, String cvc) {
        return new TestCard(pan, List.of(new Printed(expiry, cvc)), behavior);
    }

    private static TestCard card(
            String pan, CardBehavior behavior, String expiry, String cvc, String olderExpiry, String olderCvc) {
        return new TestCard(pan, List.of(new Printed(expiry, cvc), new Printed(olderExpiry, olderCvc)), behavior);
    }
}
