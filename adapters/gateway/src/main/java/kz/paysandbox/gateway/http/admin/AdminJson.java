package kz.paysandbox.gateway.http.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.payment.BankTime;

/** How answers of {@code /admin} are written; what is absent is left out. */
final class AdminJson {
    private AdminJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A shop is a number for callers; one that was named otherwise before keeps its name. */
    static ObjectNode shop(ObjectNode body, Optional<String> shop) {
        if (shop.filter(name -> name.matches("[1-9][0-9]{0,17}")).isPresent()) {
            return body.put(FieldReader.SHOP, Long.parseLong(shop.get()));
        }
        return text(body, FieldReader.SHOP, shop);
    }

    static ObjectNode text(ObjectNode body, String name, Optional<String> value) {
        value.ifPresent(text -> body.put(name, text));
        return body;
    }

    static ObjectNode instant(ObjectNode body, String name, Optional<Instant> value) {
        return text(body, name, value.map(BankTime::text));
    }

    static <T> Answer list(String name, List<T> rows, Function<T, ObjectNode> row) {
        ObjectNode body = object();
        add(body, name, rows, row);
        return Answer.ok(body);
    }

    static <T> void add(ObjectNode body, String name, List<T> rows, Function<T, ObjectNode> row) {
        ArrayNode array = body.putArray(name);
        rows.forEach(value -> array.add(row.apply(value)));
    }
}
