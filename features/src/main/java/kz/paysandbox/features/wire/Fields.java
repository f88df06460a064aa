package kz.paysandbox.features.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

/** Takes fields out of Data by their exact names and types. */
public final class Fields {

    /** A field that is absent or of another type. */
    public static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Missing(String field, String type) {
            super("no " + type + " " + field);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private Fields() {}

    public static long whole(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isIntegralNumber()) {
            throw new Missing(field, "Int64");
        }
        return value.longValue();
    }

    public static BigDecimal decimal(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isNumber()) {
            throw new Missing(field, "Double");
        }
        return value.decimalValue();
    }

    public static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isTextual()) {
            throw new Missing(field, "String");
        }
        return value.textValue();
    }

    public static List<JsonNode> list(JsonNode data) {
        if (!data.isArray()) {
            throw new Missing("list", "Data");
        }
        return StreamSupport.stream(data.spliterator(), false).toList();
    }

    public static List<String> texts(JsonNode data, String field) {
        return list(data.path(field)).stream().map(JsonNode::asText).toList();
    }
}
