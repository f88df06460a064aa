package kz.paysandbox.certs;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** From when until when a certificate holds. */
record Validity(Instant notBefore, Instant notAfter) {
    static final Period ROOT = Period.ofYears(20);
    static final Period INTERMEDIATE = Period.ofYears(10);
    /** Annex 1: client certificates are issued for five years. */
    static final Period CLIENT = Period.ofYears(5);
    /** macOS and iOS refuse a server certificate that holds for more than 825 days, the day back included. */
    static final Period SERVER = Period.ofDays(823);

    static final Period CRL = Period.ofYears(10);

    /** Begins a day before {@code now}: clocks of clients are not always right. */
    static Validity from(Instant now, Period length) {
        return new Validity(now.minus(1, ChronoUnit.DAYS), plus(now, length));
    }

    static Instant plus(Instant now, Period length) {
        return now.atZone(ZoneOffset.UTC).plus(length).toInstant();
    }
}
