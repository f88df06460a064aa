package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The values of an answer in words.
 *
 * @param zone in which instants are shown
 */
record CellText(ZoneOffset zone) {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
    private static final Pattern DURATION = Pattern.compile("PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    /**
     * The text of a column in one line.
     *
     * @param column a key, or several joined by dots, # for how many there are; after a bar, what is shown where there
     *     is nothing
     */
    String brief(JsonNode row, String column) {
        return first(row, column, false).replaceAll("\\R", " ");
    }

    /** The text of a key, in several lines where that is easier to read. */
    String whole(JsonNode row, String key) {
        return first(row, key, true);
    }

    private String first(JsonNode row, String column, boolean whole) {
        return Arrays.stream(column.split("\\|", -1))
                .map(path -> text(at(row, path), whole))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static JsonNode at(JsonNode row, String path) {
        JsonNode node = row;
        for (String key : path.split("\\.", -1)) {
            node = key.equals("#") ? IntNode.valueOf(node.size()) : node.path(key);
        }
        return node;
    }

    private String text(JsonNode node, boolean whole) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isTextual()) {
            return text(node.textValue(), whole);
        }
        if (node.isArray()) {
            return elements(node, whole);
        }
        return node.isObject() ? members(node, whole) : node.asText();
    }

    private String text(String text, boolean whole) {
        try {
            if (INSTANT.matcher(text).matches()) {
                return Instant.parse(text).atOffset(zone).format(whole ? WHOLE : BRIEF);
            }
            if (DURATION.matcher(text).matches() && text.length() > 2) {
                return DurationWords.of(Duration.parse(text));
            }
        } catch (DateTimeException | ArithmeticException neither) {
            return text;
        }
        return whole ? indented(text) : text;
    }

    /** Things in lines of their own where there is room, values in one. */
    private String elements(JsonNode list, boolean whole) {
        boolean things = StreamSupport.stream(list.spliterator(), false).anyMatch(JsonNode::isContainerNode);
        if (things && !whole) {
            return list.toString();
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> things ? members(element, false) : text(element, false))
                .collect(Collectors.joining(things ? "\n" : list.path(0).isTextual() ? "; " : ", "));
    }

    private String members(JsonNode object, boolean whole) {
        boolean nested = StreamSupport.stream(object.spliterator(), false).anyMatch(JsonNode::isContainerNode);
        if (nested || !object.isObject()) {
            return whole ? object.toPrettyString() : object.toString();
        }
        return object.properties().stream()
                .map(member -> member.getKey() + (whole ? ": " : "=") + text(member.getValue(), false))
                .collect(Collectors.joining(whole ? "\n" : ", "));
    }

    /** JSON is indented; what is none, or not whole, stays as it is. */
    private static String indented(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return text;
        }
        try {
            return JSON.readTree(text).toPrettyString();
        } catch (IOException notWhole) {
            return text;
        }
    }
}
