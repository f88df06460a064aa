package kz.paysandbox.features.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.Predicate;

/** What a printed value stands for; the first that fits it is its shape. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates hold no state
enum Shape {
    TOKEN(text("5\\d{40}"), text("5\\d{40}")),
    LINK(text("https://pay\\.kaspi\\.kz/pay/.*"), text("https://pay\\.kaspi\\.kz/pay/5\\d{40}")),
    UUID(text("[0-9a-f-]{36}"), text("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")),
    /** As the status page of ePay prints its dates: microseconds and an offset. */
    MICROS(
            text("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+\\d\\d:00"),
            text("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+0[56]:00")),
    /** The document prints +06 and single digits; every client parses this form (seen on the live host). */
    DATE(text("\\d{4}-\\d\\d?-\\d\\d?T.*"), text("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0[56]:00")),
    DIGITS(text("\\d+"), text("\\d+")),
    /** Printed empty: any text, or none. */
    ANY(text(""), JsonNode::isTextual),
    NOTHING(JsonNode::isNull, JsonNode::isNull),
    TEXT(JsonNode::isTextual, node -> node.isTextual() && !node.textValue().isBlank()),
    WHOLE(JsonNode::isIntegralNumber, JsonNode::isIntegralNumber),
    /** At most two decimals. */
    MONEY(
            JsonNode::isNumber,
            node -> node.isNumber() && node.decimalValue().stripTrailingZeros().scale() <= 2),
    FLAG(JsonNode::isBoolean, JsonNode::isBoolean);

    private final Predicate<JsonNode> printed;
    private final Predicate<JsonNode> seen;

    Shape(Predicate<JsonNode> printed, Predicate<JsonNode> seen) {
        this.printed = printed;
        this.seen = seen;
    }

    static Shape of(JsonNode value) {
        return Arrays.stream(values())
                .filter(shape -> shape.printed.test(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shape for " + value));
    }

    boolean fits(JsonNode value) {
        return seen.test(value);
    }

    private static Predicate<JsonNode> text(String pattern) {
        return node -> node.isTextual() && node.textValue().matches(pattern);
    }
}
