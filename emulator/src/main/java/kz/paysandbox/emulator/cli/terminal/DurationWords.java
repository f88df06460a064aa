package kz.paysandbox.emulator.cli.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A duration as people read it: {@code 16 ms}, {@code 2.3 s}, {@code 3 min 20 s}. */
final class DurationWords {

    private DurationWords() {}

    static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.isZero() ? "0" : rounded(duration, 1_000, duration.toMillis() < 1 ? 1 : 0) + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return rounded(duration, 1, duration.toSeconds() < 10 ? 1 : 0) + " s";
        }
        return Stream.of(
                        part(duration.toDays(), "d"),
                        part(duration.toHoursPart(), "h"),
                        part(duration.toMinutesPart(), "min"),
                        part(duration.toSecondsPart(), "s"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }

    private static String rounded(Duration duration, int unitsInSecond, int digits) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        String text = seconds.multiply(BigDecimal.valueOf(unitsInSecond))
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
