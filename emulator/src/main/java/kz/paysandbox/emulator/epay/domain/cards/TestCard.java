package kz.paysandbox.emulator.epay.domain.cards;

import java.util.List;

/**
 * A card of the sandbox.
 *
 * @param printed pairs of expiry and CVC that are accepted for ever, the newest first
 */
public record TestCard(String pan, List<Printed> printed, CardBehavior behavior) {

    /** What is on the card, as {@code 0127} and {@code 321}. */
    public record Printed(String expiry, String cvc) {}

    public TestCard {
        printed = List.copyOf(printed);
    }

    /** Whether it has this expiry. */
    boolean hasExpiry(String expiry) {
        return printed.stream().anyMatch(pair -> pair.expiry().equals(expiry));
    }

    /** Whether the CVC goes with the expiry, or with any where the expiry is none of the printed ones. */
    boolean fits(String expiry, String cvc) {
        return printed.stream()
                .filter(pair -> pair.expiry().equals(expiry) || !hasExpiry(expiry))
                .anyMatch(pair -> stripped(pair.cvc()).equals(stripped(cvc)));
    }

    /** The bank's own SDK takes a CVC as a number, so a leading zero is lost on the way. */
    private static String stripped(String cvc) {
        return cvc.replaceFirst("^0+", "");
    }
}
