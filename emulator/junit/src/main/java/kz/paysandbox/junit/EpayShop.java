package kz.paysandbox.junit;

import java.net.URI;
import kz.paysandbox.junit.json.Json;

/**
 * A shop at Halyk ePay: what opens it, and where.
 *
 * @param steps 1 where a payment takes the money at once, 2 where it is held until it is charged
 * @param oauthUrl the base of {@code /oauth2/token}
 * @param apiUrl the base of the payment API
 * @param widgetUrl the script of the payment page, whole
 */
public record EpayShop(
        String clientId,
        String clientSecret,
        String terminal,
        String shopId,
        int steps,
        URI oauthUrl,
        URI apiUrl,
        URI widgetUrl) {

    static EpayShop of(Json shop, String base) {
        return new EpayShop(
                shop.at("clientId").text(),
                shop.at("clientSecret").text(),
                shop.at("terminal").text(),
                shop.at("shopId").text(),
                (int) shop.at("steps").number(1),
                URI.create(base),
                URI.create(base),
                URI.create(base + "/payform/payment-api.js"));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "EpayShop[clientId=" + clientId + ", terminal=" + terminal + ", steps=" + steps + "]";
    }
}
