package kz.paysandbox.features.epay.targets;

/**
 * An online shop's account at Halyk ePay.
 *
 * @param shopId the shop's UUID, which invoice links name; empty where nobody told it
 */
public record EpayShop(String clientId, String secret, String terminal, String shopId) {

    public EpayShop withSecret(String other) {
        return new EpayShop(clientId, other, terminal, shopId);
    }

    public EpayShop withTerminal(String other) {
        return new EpayShop(clientId, secret, other, shopId);
    }

    @Override
    public String toString() {
        return "EpayShop[" + clientId + "]";
    }
}
