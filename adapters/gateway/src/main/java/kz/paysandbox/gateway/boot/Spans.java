package kz.paysandbox.gateway.boot;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 30s}, {@code 5m}, {@code 2h}, {@code 180d}, or ISO 8601. */
final class Spans {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Spans() {}

    /**
     * Reads a span that is longer than nothing.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Duration parse(String text) {
        Duration span = read(text);
        if (span.isNegative() || span.isZero()) {
            throw wrong(text);
        }
        return span;
    }

    private static Duration read(String text) {
        Matcher parts = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw wrong(text);
            }
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("a span of time is needed, such as 30s, 5m or PT5M, not '" + text + "'");
    }
}
