package kz.paysandbox.emulator.epay.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The bank's form of instants: microseconds and Kazakhstan's offset, UTC+6 before 2024-03-01 and UTC+5 since. */
public final class EpayDates {

    private static final Instant CHANGE = Instant.parse("2024-02-29T18:00:00Z");
    private static final ZoneOffset BEFORE = ZoneOffset.ofHours(6);
    private static final ZoneOffset SINCE = ZoneOffset.ofHours(5);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private EpayDates() {}

    /** As the status page prints {@code createdDate}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant.atOffset(instant.isBefore(CHANGE) ? BEFORE : SINCE));
    }
}
