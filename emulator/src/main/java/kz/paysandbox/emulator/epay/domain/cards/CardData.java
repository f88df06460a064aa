package kz.paysandbox.emulator.epay.domain.cards;

/**
 * The content of a cryptogram (cryptogram page); lives for one call and is never kept.
 *
 * @param expiry month and year, as {@code 0127}
 * @param terminal the terminal it was made for
 */
public record CardData(String pan, String expiry, String cvc, String terminal) {

    @Override
    public String toString() {
        return "CardData";
    }
}
