package kz.paysandbox.emulator.core.data;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: ISO 8601, or days, hours, minutes, seconds and milliseconds, as {@code 1h30m}. */
public final class DurationText {

    /** What a text may be, for a JSON schema. */
    public static final String PATTERN = "^([Pp].+|(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?)$";

    private static final Pattern SHORT =
            Pattern.compile("(?=.)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private DurationText() {}

    /** The duration; empty where the text is none. */
    public static Optional<Duration> read(String text) {
        Matcher parts = SHORT.matcher(text);
        if (parts.matches()) {
            return Optional.of(Duration.ofDays(number(parts, 1))
                    .plusHours(number(parts, 2))
                    .plusMinutes(number(parts, 3))
                    .plusSeconds(number(parts, 4))
                    .plusMillis(number(parts, 5)));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }

    /** The same in ISO 8601: as it was typed where it is that already; empty where the text is no duration. */
    public static Optional<String> iso(String text) {
        return read(text).map(duration -> Character.isDigit(text.charAt(0)) ? duration.toString() : text);
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
