package kz.paysandbox.emulator.input;

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
import kz.paysandbox.emulator.core.data.DurationText;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.settings.Suggestion;

/**
 * One value.
 *
 * @param expected how a mistake says what was expected
 * @param form how JSON must have it; other texts say nothing of that
 * @param parse the value of a text; empty where it has none
 * @param near the texts that a mistyped one may have meant
 */
public record Scalar(
        String expected,
        Form form,
        Function<String, Optional<Object>> parse,
        List<String> near,
        Map<String, Object> schema)
        implements Shape {

    /** How a value is written in JSON. */
    public enum Form {
        /** With quotes or without. */
        ANY,
        /** With quotes. */
        QUOTED,
        /** Without. */
        BARE
    }

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_SHOWN = 40;

    /** A text that is not blank, or a number as one. */
    public static Scalar text(int longest) {
        return new Scalar(
                "a text of at most " + longest + " characters",
                Form.ANY,
                text -> some(!text.isBlank() && text.length() <= longest, text.strip()),
                List.of(),
                Map.of("type", List.of("string", "number"), "maxLength", longest));
    }

    /** A text of a form, with words for it. */
    public static Scalar pattern(String expected, String regex, String... near) {
        return new Scalar(
                expected,
                Form.ANY,
                text -> some(text.matches(regex), text),
                List.of(near),
                Map.of("type", List.of("string", "integer"), "pattern", "^(" + regex + ")$"));
    }

    public static Scalar choice(String... options) {
        return choice(Arrays.asList(options));
    }

    public static Scalar choice(List<String> options) {
        return new Scalar(
                "one of " + String.join(", ", options),
                Form.ANY,
                text -> some(options.contains(text), text),
                options,
                Map.of("enum", options));
    }

    public static Scalar whole(long least, long most) {
        return new Scalar(
                "a whole number from " + least + " to " + most,
                Form.BARE,
                text -> some(text.matches("-?\\d{1,19}"), text)
                        .flatMap(digits -> isWithin(new BigDecimal(text), least, most))
                        .map(number -> asJsonHasIt(number.longValueExact())),
                List.of(),
                Map.of("type", "integer", "minimum", least, "maximum", most));
    }

    /** A whole number without an upper bound of its own, up to eighteen digits. */
    public static Scalar whole(long least) {
        Scalar bounded = whole(least, 999_999_999_999_999_999L);
        return new Scalar(
                "a whole number from " + least,
                bounded.form(),
                bounded.parse(),
                List.of(),
                Map.of("type", "integer", "minimum", least));
    }

    /** A decimal number from {@code least} to {@code most}. */
    public static Scalar decimal(String least, String most) {
        BigDecimal from = new BigDecimal(least);
        BigDecimal to = new BigDecimal(most);
        return new Scalar(
                "a number from " + least + " to " + most,
                Form.ANY,
                text -> some(text.matches("-?\\d{1,12}(\\.\\d{1,12})?([eE][+-]?\\d{1,2})?"), text)
                        .map(digits -> new BigDecimal(text))
                        .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
                        .map(Object.class::cast),
                List.of(),
                Map.of("type", "number", "minimum", from, "maximum", to));
    }

    public static Scalar flag() {
        return new Scalar(
                "true or false",
                Form.BARE,
                text -> some(text.equals("true") || text.equals("false"), text.equals("true")),
                List.of("true", "false"),
                Map.of("type", "boolean"));
    }

    /** As {@code PT30S} or {@code 30s}, kept as a text of ISO 8601. */
    public static Scalar duration(Duration longest) {
        return new Scalar(
                "a duration such as PT30S or 30s, from PT0S to " + longest,
                Form.ANY,
                text -> isDuration(text, longest),
                List.of(),
                Map.of("type", "string", "pattern", DurationText.PATTERN));
    }

    /** ISO 8601 with an offset, kept as a text that is known to be one. */
    public static Scalar instant() {
        return new Scalar(
                "an instant such as 2026-01-15T10:00:00+05:00, from " + EARLIEST + " to " + LATEST,
                Form.ANY,
                Scalar::isInstant,
                List.of(),
                Map.of("type", "string", "format", "date-time"));
    }

    /** The same, in quotes where it is JSON. */
    public Scalar quoted() {
        return new Scalar(expected + ", in quotes", Form.QUOTED, parse, near, schema);
    }

    /** The same, or a blank text. */
    Scalar orBlank() {
        return new Scalar(expected, form, text -> text.isBlank() ? Optional.of(text) : parse.apply(text), near, schema);
    }

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        Place place = node.place();
        if (!(node instanceof InputNode.Value value)) {
            mistakes.at(place, place.subject() + " must be " + expected);
            return "";
        }
        Optional<Object> read = isOfForm(value) ? parse.apply(value.text()) : Optional.empty();
        if (read.isEmpty()) {
            Optional<String> meant = Suggestion.of(value.text(), near);
            mistakes.at(
                    node.place(),
                    subject(value) + " must be " + expected
                            + meant.map(known -> ", did you mean " + place.quoted(known) + "?")
                                    .orElse(""),
                    meant);
        }
        return read.orElse("");
    }

    /** In a text the value itself, which people see beside it. */
    private static String subject(InputNode.Value value) {
        return value.place() instanceof Place.InText place
                ? place.quoted(shortened(value.text()))
                : value.place().subject();
    }

    private boolean isOfForm(InputNode.Value value) {
        return !(value.place() instanceof Place.InObject)
                || switch (form) {
                    case ANY -> true;
                    case QUOTED -> value.isText();
                    case BARE -> !value.isText();
                };
    }

    /** A small number is an Integer, as it is in a body that was sent as JSON. */
    private static Object asJsonHasIt(long number) {
        boolean small = number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
        return small ? (Object) Math.toIntExact(number) : (Object) number;
    }

    /** What is longer was hardly typed. */
    static String shortened(String text) {
        return Excerpt.of(text, LONGEST_SHOWN);
    }

    private static Optional<Object> some(boolean fits, Object value) {
        return fits ? Optional.of(value) : Optional.empty();
    }

    private static Optional<BigDecimal> isWithin(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Optional<Object> isDuration(String text, Duration longest) {
        return DurationText.read(text)
                .filter(duration -> !duration.isNegative() && duration.compareTo(longest) <= 0)
                .flatMap(duration -> DurationText.iso(text));
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
