package kz.paysandbox.emulator.kaspi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaspiDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2023-04-24T04:34:45.958Z, 2023-04-24T10:34:45.958+06:00",
        "2024-02-29T17:59:59.999Z, 2024-02-29T23:59:59.999+06:00",
        "2024-02-29T18:00:00Z, 2024-02-29T23:00:00.000+05:00",
        "2024-02-29T19:00:00Z, 2024-03-01T00:00:00.000+05:00",
        "2026-01-05T12:00:00.001Z, 2026-01-05T17:00:00.001+05:00",
        "2026-01-05T12:00:00.0019999Z, 2026-01-05T17:00:00.001+05:00"
    })
    void dates_are_written_with_three_digits_and_a_colon_in_kazakhstan_s_time(Instant instant, String written) {
        assertThat(KaspiDates.live(instant)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-16T04:30:00Z, 2020-01-16T10:30:00+06",
        "2024-02-29T17:59:59.999Z, 2024-02-29T23:59:59+06",
        "2024-02-29T18:00:00Z, 2024-02-29T23:00:00+05"
    })
    void the_document_s_expire_date_has_hours_alone_in_its_offset(Instant instant, String written) {
        assertThat(KaspiDates.document(instant)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-08T05:35:48.156666700Z, 2021-12-08T11:35:48.1566667",
        "2024-02-29T17:59:59.999Z, 2024-02-29T23:59:59.9990000",
        "2024-02-29T18:00:00Z, 2024-02-29T23:00:00.0000000"
    })
    void the_document_s_transaction_date_has_seven_digits_and_no_offset(Instant instant, String written) {
        assertThat(KaspiDates.withoutOffset(instant)).isEqualTo(written);
    }

    @Test
    void a_strict_client_reads_back_the_same_instant() {
        Instant instant = Instant.parse("2026-01-05T12:00:00.120Z");
        DateTimeFormatter strict = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        assertThat(OffsetDateTime.parse(KaspiDates.live(instant), strict).toInstant())
                .isEqualTo(instant);
    }
}
