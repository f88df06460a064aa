package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as the bank writes them. */
class KaspiDatesTest {
    @ParameterizedTest
    @CsvSource({
        "2023-04-24T10:34:45.958+06:00, 2023-04-24T04:34:45.958Z",
        "2026-11-21T14:00:00.000+05:00, 2026-11-21T09:00:00Z",
        "2020-01-16T10:30:00+06, 2020-01-16T04:30:00Z",
        "2021-11-3T11:55:14.166+06:00, 2021-11-03T05:55:14.166Z",
        "2021-12-08T11:35:48.1566667, 2021-12-08T05:35:48.156666700Z",
        "2024-02-29T23:59:59, 2024-02-29T17:59:59Z",
        "2024-03-01T00:00:00, 2024-02-29T19:00:00Z",
        "2026-11-21T09:00:00Z, 2026-11-21T09:00:00Z"
    })
    void dates_in_every_form_seen(String text, String instant) {
        assertThat(KaspiDates.parse(text)).isEqualTo(Instant.parse(instant));
    }
}
