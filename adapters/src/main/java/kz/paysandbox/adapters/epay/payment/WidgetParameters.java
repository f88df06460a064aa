package kz.paysandbox.adapters.epay.payment;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.epay.wire.EpayJson;

/**
 * The object for {@code halyk.pay(obj)} and {@code halyk.showPaymentWidget(obj, callback)}.
 *
 * @param script the page's script source, {@code payment-api.js}
 * @param values the object's fields, in the order of the bank's page
 */
public record WidgetParameters(URI script, Map<String, Object> values) {
    /** For an order, with the token that is its own. */
    public static WidgetParameters of(CardOrder order, String terminal, AccessToken token, URI script) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("invoiceId", order.invoiceId().value());
        put(values, "backLink", order.links().back());
        put(values, "failureBackLink", order.links().failureBack());
        put(values, "postLink", order.links().post());
        put(values, "failurePostLink", order.links().failurePost());
        values.put("language", order.language().word());
        values.put("description", order.description());
        put(values, "accountId", order.payer().accountId());
        values.put("terminal", terminal);
        values.put("amount", number(order.amount().amount()));
        values.put("currency", order.currency());
        put(values, "name", order.payer().name());
        put(values, "email", order.payer().email());
        put(values, "phone", order.payer().phone());
        put(values, "data", order.data());
        if (order.saveCard()) {
            values.put("cardSave", true);
        }
        values.put("auth", token.auth());
        return new WidgetParameters(script, Collections.unmodifiableMap(values));
    }

    /** The object as JSON, safe inside a script element. */
    public String json() {
        String json = new String(EpayJson.write(values), StandardCharsets.UTF_8);
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static BigDecimal number(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void put(Map<String, Object> values, String name, Optional<?> value) {
        value.ifPresent(present -> values.put(name, present.toString()));
    }

    @Override
    public String toString() {
        return "WidgetParameters[token hidden]";
    }
}
