package kz.paysandbox.emulator.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.settings.Suggestion;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One value.
 *
 * @param expected how a problem says what was expected
 * @param parse the value of a text; empty where it has none
 * @param near the texts that a mistyped one may have meant
 */
record Scalar(String expected, Function<String, Optional<Object>> parse, List<String> near, Map<String, Object> schema)
        implements Shape {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static Scalar text(int longest) {
        return new Scalar(
                "a text of at most " + longest + " characters",
                text -> some(!text.isBlank() && text.length() <= longest, text.strip()),
                List.of(),
                Map.of("type", List.of("string", "number"), "maxLength", longest));
    }

    /** A text of a form, with words for it. */
    static Scalar pattern(String expected, String regex, String... near) {
        return new Scalar(
                expected,
                text -> some(text.matches(regex), text),
                List.of(near),
                Map.of("type", List.of("string", "integer"), "pattern", "^(" + regex + ")$"));
    }

    static Scalar choice(String... options) {
        List<String> known = Arrays.asList(options);
        return new Scalar(
                "one of " + String.join(", ", options),
                text -> some(known.contains(text), text),
                known,
                Map.of("enum", known));
    }

    static Scalar whole(long least, long most) {
        return new Scalar(
                "a whole number from " + least + " to " + most,
                text -> some(text.matches("-?\\d{1,18}"), text)
                        .map(digits -> Long.parseLong(text))
                        .filter(number -> number >= least && number <= most)
                        .map(Scalar::asJsonHasIt),
                List.of(),
                Map.of("type", "integer", "minimum", least, "maximum", most));
    }

    /** A decimal number from {@code least} to {@code most}. */
    static Scalar decimal(String least, String most) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return new Scalar(
                "a number from " + least + " to " + most,
                text -> some(text.matches("\\d{1,12}(\\.\\d{1,6})?"), text)
                        .map(digits -> new BigDecimal(text))
                        .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
                        .map(Object.class::cast),
                List.of(),
                Map.of("type", "number", "minimum", from, "maximum", to));
    }

    static Scalar flag() {
        return new Scalar(
                "true or false",
                text -> some(text.equals("true") || text.equals("false"), text.equals("true")),
                List.of("true", "false"),
                Map.of("type", "boolean"));
    }

    /** ISO 8601, kept as a text that is known to be one. */
    static Scalar duration(Duration longest) {
        return new Scalar(
                "an ISO 8601 duration such as PT30S, from PT0S to " + longest,
                text -> isDuration(text, longest),
                List.of(),
                Map.of("type", "string", "format", "duration", "pattern", "^P"));
    }

    /** ISO 8601 with an offset, kept as a text that is known to be one. */
    static Scalar instant() {
        return new Scalar(
                "an instant such as 2026-01-15T10:00:00+05:00, from " + EARLIEST + " to " + LATEST,
                Scalar::isInstant,
                List.of(),
                Map.of("type", "string", "format", "date-time"));
    }

    @Override
    public Object read(Node node, Problems problems) {
        if (node instanceof ScalarNode scalar) {
            Optional<Object> value = parse.apply(scalar.getValue());
            if (value.isEmpty()) {
                problems.at(
                        node, "`" + shortened(scalar.getValue()) + "` must be " + expected + meant(scalar.getValue()));
            }
            return value.orElse("");
        }
        problems.at(node, "this must be " + expected);
        return "";
    }

    private String meant(String text) {
        return Suggestion.of(text, near)
                .map(suggestion -> ", did you mean `" + suggestion + "`?")
                .orElse("");
    }

    /** A small number is an Integer, as it is in a body that was sent as JSON. */
    private static Object asJsonHasIt(long number) {
        boolean small = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
        return small ? (Object) Math.toIntExact(number) : (Object) number;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Optional<Object> some(boolean fits, Object value) {
        return fits ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Object> isDuration(String text, Duration longest) {
        try {
            Duration duration = Duration.parse(text);
            return some(!duration.isNegative() && duration.compareTo(longest) <= 0, text);
        } catch (DateTimeException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Object> isInstant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return some(!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST), text);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
