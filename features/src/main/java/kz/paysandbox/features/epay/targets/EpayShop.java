package kz.paysandbox.features.epay.targets;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An online shop's account at Halyk ePay.
 *
 * @param shopId the shop's UUID, which invoice links name; empty where nobody told it
 */
public record EpayShop(String clientId, String secret, String terminal, String shopId) {

    /** What everything but paying is asked for with (authorisation page). */
    private static final String SERVICE = "webapi usermanagement email_send verification statement statistics payment";

    /** The form that asks for a token for everything but paying. */
    public Map<String, String> serviceForm() {
        return form(SERVICE);
    }

    /** The form that asks for a token for a payment; the order's own fields are to be added. */
    public Map<String, String> paymentForm() {
        return form("payment");
    }

    private Map<String, String> form(String scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("scope", scope);
        fields.put("client_id", clientId);
        fields.put("client_secret", secret);
        fields.put("terminal", terminal);
        return fields;
    }

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
