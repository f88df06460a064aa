package kz.paysandbox.gateway.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The banks' clock, UTC+5 as all of Kazakhstan has it, and instants as answers write them: with milliseconds. */
public final class BankTime {
    /** The offset of the banks' country. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(5);

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    private BankTime() {}

    /** As {@code 2027-01-15T12:03:00.000+05:00}. */
    public static String text(Instant instant) {
        return WRITTEN.format(instant.atOffset(OFFSET));
    }
}
