package kz.paysandbox.features.epay.driver;

/**
 * A card as the customer types it.
 *
 * @param expiry as {@code MMYY}
 */
public record Card(String pan, String expiry, String cvc) {

    @Override
    public String toString() {
        return "Card[hidden]";
    }
}
