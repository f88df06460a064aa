package kz.paysandbox.emulator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DurationWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.0004S, 0.4 ms",
        "PT0.016S, 16 ms",
        "PT0.9996S, 1000 ms",
        "PT1S, 1 s",
        "PT2.34S, 2.3 s",
        "PT42.6S, 43 s",
        "PT3M20S, 3 min 20 s",
        "PT26H5M, 1 d 2 h 5 min"
    })
    void they_are_short(Duration duration, String words) {
        assertThat(DurationWords.of(duration)).isEqualTo(words);
    }

    @Test
    void what_is_typed_is_read_or_refused_with_what_is_accepted() {
        DurationConverter converter = new DurationConverter();
        assertThat(converter.convert("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThatThrownBy(() -> converter.convert("PT-3M"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'PT-3M' is no duration; write it as 90s, 3m, 1h30m or PT3M");
    }
}
