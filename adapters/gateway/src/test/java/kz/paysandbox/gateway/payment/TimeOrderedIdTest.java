package kz.paysandbox.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    private static final String RANDOM = "c18a3f52-6b1d-4f9e-9c0d-0123456789ab";

    @Test
    void an_id_begins_with_its_time_and_ends_with_the_random_bits_it_was_given() {
        // the example of RFC 9562, A.6: 22 February 2022, 14:22:22 at UTC-5
        assertThat(TimeOrderedId.of(RANDOM, Instant.parse("2022-02-22T19:22:22Z")))
                .isEqualTo("017f22e2-79b0-7f9e-9c0d-0123456789ab");
    }

    @Test
    void a_later_id_is_greater() {
        Instant now = Instant.parse("2026-11-27T10:00:00Z");
        assertThat(TimeOrderedId.of("ffffffff-ffff-4fff-bfff-ffffffffffff", now))
                .isLessThan(TimeOrderedId.of("00000000-0000-4000-8000-000000000000", now.plusMillis(1)));
    }
}
