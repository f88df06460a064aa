package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DayPlanTest {
    @Test
    void a_time_of_day_comes_once_a_day_at_utc_plus_5() {
        assertThat(DayPlan.next(Instant.parse("2027-01-14T21:59:59Z"), DayPlan.NIGHT))
                .isEqualTo(Instant.parse("2027-01-14T22:00:00Z"));
        assertThat(DayPlan.next(Instant.parse("2027-01-14T22:00:00Z"), DayPlan.NIGHT))
                .isEqualTo(Instant.parse("2027-01-15T22:00:00Z"));
        assertThat(DayPlan.next(Instant.parse("2027-01-31T20:00:00Z"), LocalTime.MIDNIGHT))
                .isEqualTo(Instant.parse("2027-02-01T19:00:00Z"));
    }

    @Test
    void a_day_is_that_of_the_shops() {
        assertThat(DayPlan.day(Instant.parse("2027-01-14T18:59:59Z"))).isEqualTo(LocalDate.of(2027, 1, 14));
        assertThat(DayPlan.day(Instant.parse("2027-01-14T19:00:00Z"))).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(DayPlan.begin(LocalDate.of(2027, 1, 15))).isEqualTo(Instant.parse("2027-01-14T19:00:00Z"));
    }
}
