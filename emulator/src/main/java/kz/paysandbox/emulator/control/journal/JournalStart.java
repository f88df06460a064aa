package kz.paysandbox.emulator.control.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.settings.Complaint;

/** From where on the journal is read: after a request's number, or at an instant of the world's clock. */
record JournalStart(long number, Instant instant) {

    /** All there is. */
    static final JournalStart EVER = new JournalStart(0, Instant.MIN);

    /** A number, or an instant in ISO 8601, whose plus a query may have made a space. */
    static Outcome<JournalStart, Complaint> read(String text) {
        if (text.matches("\\d{1,18}")) {
            return Outcome.ok(new JournalStart(Long.parseLong(text), Instant.MIN));
        }
        try {
            return Outcome.ok(new JournalStart(
                    0, OffsetDateTime.parse(text.replace(' ', '+')).toInstant()));
        } catch (DateTimeException neither) {
            return Outcome.refused(
                    Complaint.of("since must be a request's number, or an instant such as 2027-01-01T00:00:00Z"));
        }
    }

    boolean covers(Exchange exchange) {
        return exchange.number() > number && !exchange.at().isBefore(instant);
    }
}
