package kz.paysandbox.features.epay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** The tokens of one scenario's shop, and what it asks for them with. */
public final class EpayTokens {

    private final EpayContext epay;
    private final Map<String, String> asked = new LinkedHashMap<>();

    public EpayTokens(EpayContext epay) {
        this.epay = epay;
    }

    /** From now on asked for with this value; with an empty one the field is left out. */
    void ask(String field, String value) {
        asked.put(field, value);
    }

    /** What a form asks for a token with: the shop's credentials, changed as the scenario says. */
    Map<String, String> fields() {
        Map<String, String> fields = epay.shop().serviceForm();
        change(fields);
        return fields;
    }

    /** As the scenario says; an empty value leaves the field out. */
    private void change(Map<String, String> fields) {
        asked.forEach((name, value) -> {
            if (value.isEmpty()) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        });
    }

    /** A token for everything but paying. */
    String forService() {
        return token(fields());
    }

    /** A token for the order that the request is about. */
    String forOrder(JsonNode request) {
        Map<String, String> fields = fields();
        fields.put("scope", "payment");
        put(fields, "invoiceID", request.path("invoiceId"));
        put(fields, "amount", request.path("amount"));
        put(fields, "currency", request.path("currency"));
        epay.draft().word().ifPresent(word -> fields.put("secret_hash", word));
        change(fields);
        return token(fields);
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            fields.put(name, value.asText());
        }
    }

    private String token(Map<String, String> fields) {
        Response response = epay.line().token(fields);
        Check.same("HTTP status of " + response.body(), 200, response.status());
        return Json.read(response.body()).path("access_token").asText();
    }
}
