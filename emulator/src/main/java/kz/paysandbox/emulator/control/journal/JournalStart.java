package kz.paysandbox.emulator.control.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.paysandbox.emulator.core.journal.Exchange;

/** From where on the journal is read: after a request's number, or at an instant of the world's clock. */
record JournalStart(long number, Instant instant) {

    /** All there is. */
    static final JournalStart EVER = new JournalStart(0, Instant.MIN);

    /** Empty where the text is neither a number nor an instant in ISO 8601, whose plus a query may have made a space. */
    static Optional<JournalStart> read(String text) {
        if (text.matches("\\d{1,18}")) {
            return Optional.of(new JournalStart(Long.parseLong(text), Instant.MIN));
        }
        try {
            return Optional.of(new JournalStart(
                    0, OffsetDateTime.parse(text.replace(' ', '+')).toInstant()));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    boolean covers(Exchange exchange) {
        return exchange.number() > number && !exchange.at().isBefore(instant);
    }
}
