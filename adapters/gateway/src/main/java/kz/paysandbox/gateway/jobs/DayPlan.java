package kz.paysandbox.gateway.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import kz.paysandbox.gateway.payment.BankTime;

/** The shops' calendar, UTC+5 as all of Kazakhstan has it. */
public final class DayPlan {
    /** When regular work of the night is done. */
    public static final LocalTime NIGHT = LocalTime.of(3, 0);

    private DayPlan() {}

    /** The first such time of day after an instant. */
    public static Instant next(Instant now, LocalTime time) {
        Instant today = day(now).atTime(time).toInstant(BankTime.OFFSET);
        return today.isAfter(now) ? today : day(now).plusDays(1).atTime(time).toInstant(BankTime.OFFSET);
    }

    /** The day of an instant. */
    public static LocalDate day(Instant instant) {
        return instant.atOffset(BankTime.OFFSET).toLocalDate();
    }

    /** When a day begins. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay().toInstant(BankTime.OFFSET);
    }
}
