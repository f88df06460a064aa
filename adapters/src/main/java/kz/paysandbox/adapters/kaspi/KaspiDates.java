package kz.paysandbox.adapters.kaspi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * A reader of dates in every form seen: {@code +05:00}, {@code +06}, no offset at all, any number of fraction digits,
 * one-digit days. Kazakhstan's own rule is written out, because older Java time zone data lack the change of 2024.
 */
final class KaspiDates {
    private static final LocalDateTime ONE_HOUR_LESS = LocalDateTime.of(2024, 3, 1, 0, 0);

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-M-d'T'H:m:s")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][X]")
            .toFormatter();

    private KaspiDates() {}

    static Instant parse(String text) throws DateTimeException {
        TemporalAccessor read = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        if (read instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        LocalDateTime local = LocalDateTime.from(read);
        return local.toInstant(ZoneOffset.ofHours(local.isBefore(ONE_HOUR_LESS) ? 6 : 5));
    }
}
