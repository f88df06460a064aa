package kz.paysandbox.features.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a printed value stands for.
 *
 * @param name for messages
 * @param printed whether a printed value is of this shape
 * @param seen whether a value of an answer is
 */
public record Shape(String name, Predicate<JsonNode> printed, Predicate<JsonNode> seen) {

    /** Dates are printed with other offsets and single digits; every client parses this form (seen on the live host). */
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0[56]:00";

    /** The shapes that messages of all banks have, the narrower first. */
    static final List<Shape> COMMON = List.of(
            text("UUID", "[0-9a-f-]{36}", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            text("DATE", "\\d{4}-\\d\\d?-\\d\\d?T.*", DATE),
            text("DIGITS", "\\d+", "\\d+"),
            // Printed empty: any text, or none.
            new Shape("ANY", matching(""), JsonNode::isTextual),
            same("NOTHING", JsonNode::isNull),
            new Shape(
                    "TEXT",
                    JsonNode::isTextual,
                    node -> node.isTextual() && !node.textValue().isBlank()),
            same("WHOLE", JsonNode::isIntegralNumber),
            // At most two decimals.
            new Shape(
                    "MONEY",
                    JsonNode::isNumber,
                    node -> node.isNumber()
                            && node.decimalValue().stripTrailingZeros().scale() <= 2),
            same("FLAG", JsonNode::isBoolean));

    /** Text in the document, and text in answers. */
    public static Shape text(String name, String printed, String seen) {
        return new Shape(name, matching(printed), matching(seen));
    }

    boolean fits(JsonNode value) {
        return seen.test(value);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Shape same(String name, Predicate<JsonNode> both) {
        return new Shape(name, both, both);
    }

    private static Predicate<JsonNode> matching(String pattern) {
        return node -> node.isTextual() && node.textValue().matches(pattern);
    }
}
