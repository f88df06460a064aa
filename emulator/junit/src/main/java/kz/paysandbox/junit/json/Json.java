package kz.paysandbox.junit.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value; a member or an item that is not there is a value too, which reads as empty.
 *
 * @param value the value, empty where there is none: a {@code Map} by name, a {@code List}, a {@code String}, a
 *     {@code BigDecimal} or a {@code Boolean}; {@code null} of JSON counts as none
 */
public record Json(Optional<Object> value) {

    static final Json NONE = new Json(Optional.empty());

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException where it is not one JSON value; the message says at which character
     */
    public static Json parse(String text) {
        return new JsonReader(text).whole();
    }

    /** A member of an object. */
    public Json at(String member) {
        return members().getOrDefault(member, NONE);
    }

    /** An object's members in the text's order; none where it is no object. */
    @SuppressWarnings("unchecked")
    public Map<String, Json> members() {
        return value.filter(Map.class::isInstance)
                .map(map -> (Map<String, Json>) map)
                .orElse(Map.of());
    }

    /** An array's items; none where it is no array. */
    @SuppressWarnings("unchecked")
    public List<Json> items() {
        return value.filter(List.class::isInstance)
                .map(list -> (List<Json>) list)
                .orElse(List.of());
    }

    /** The text of a text, a number or a boolean; otherwise empty. */
    public String text() {
        return value.filter(any -> !(any instanceof Map) && !(any instanceof List))
                .map(any -> any instanceof BigDecimal number ? number.toPlainString() : any.toString())
                .orElse("");
    }

    /**
     * A whole number; another where there is none.
     *
     * @throws ArithmeticException where the number is not whole, or is beyond a long
     */
    public long number(long otherwise) {
        return value.filter(BigDecimal.class::isInstance)
                .map(number -> ((BigDecimal) number).longValueExact())
                .orElse(otherwise);
    }

    /** Whether it is {@code true}. */
    public boolean isTrue() {
        return value.filter(Boolean.TRUE::equals).isPresent();
    }
}
