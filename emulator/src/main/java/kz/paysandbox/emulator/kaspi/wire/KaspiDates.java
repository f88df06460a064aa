package kz.paysandbox.emulator.kaspi.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The bank's form of instants: Kazakhstan's time, UTC+6 before 2024-03-01 and UTC+5 since, whatever the JDK knows. */
public final class KaspiDates {

    private static final Instant CHANGE = Instant.parse("2024-02-29T18:00:00Z");
    private static final ZoneOffset BEFORE = ZoneOffset.ofHours(6);
    private static final ZoneOffset SINCE = ZoneOffset.ofHours(5);
    private static final DateTimeFormatter LIVE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter DOCUMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssx");
    private static final DateTimeFormatter WITHOUT_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS");

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyyy-MM-d'T'HH:mm:ss.SSSxxx");

    private KaspiDates() {}

    /** As seen in production: three fraction digits and a colon in the offset. */
    public static String live(Instant instant) {
        return LIVE.format(instant.atOffset(offset(instant)));
    }

    /** As the document prints {@code ExpireDate}: no fraction, the offset's hours alone. */
    public static String document(Instant instant) {
        return DOCUMENT.format(instant.atOffset(offset(instant)));
    }

    /** As the document prints {@code TransactionDate} in return/operations: seven fraction digits, no offset. */
    public static String withoutOffset(Instant instant) {
        return WITHOUT_OFFSET.format(instant.atOffset(offset(instant)));
    }

    /** As the document prints {@code TransactionDate} in payment/details (3.4.4): no zero before a day of one digit. */
    public static String shortDay(Instant instant) {
        return SHORT_DAY.format(instant.atOffset(offset(instant)));
    }

    private static ZoneOffset offset(Instant instant) {
        return instant.isBefore(CHANGE) ? BEFORE : SINCE;
    }
}
