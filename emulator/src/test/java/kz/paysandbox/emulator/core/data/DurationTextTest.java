package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "3m, PT3M",
        "90s, PT1M30S",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "500ms, PT0.5S",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "0s, PT0S",
        "PT3M, PT3M",
        "pt3m, PT3M",
        "P1DT1S, PT24H1S",
        "PT-3M, PT-3M"
    })
    void it_is_read_as_people_type_it(String text, Duration duration) {
        assertThat(DurationText.read(text)).contains(duration);
        if (duration.toSeconds() >= 0) {
            assertThat(text).matches(DurationText.PATTERN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "3", "m", "3M", "3 m", "30m1h", "1.5s", "-3m", "soon", "PT", "PT99999999999999999999H"})
    void what_is_none_is_not_guessed(String text) {
        assertThat(DurationText.read(text)).isEmpty();
        assertThat(DurationText.iso(text)).isEmpty();
    }

    @Test
    void iso_stays_as_it_was_typed() {
        assertThat(DurationText.iso("PT180S")).contains("PT180S");
        assertThat(DurationText.iso("180s")).contains("PT3M");
        assertThat(DurationText.iso("9s")).contains("PT9S");
        assertThat(DurationText.iso("0s")).contains("PT0S");
    }
}
