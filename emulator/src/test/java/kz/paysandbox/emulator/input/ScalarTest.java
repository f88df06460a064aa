package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.settings.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTest {

    private static final Place HERE = new Place.InText(3, 4);

    @Test
    void a_text_is_bounded_and_stripped() {
        assertThat(read(Scalar.text(5), " ab ")).contains("ab");
        assertThat(read(Scalar.text(5), "abcde")).contains("abcde");
        assertThat(read(Scalar.text(5), "abcdef")).isEmpty();
        assertThat(read(Scalar.text(5), "  ")).isEmpty();
        assertThat(read(Scalar.text(5).orBlank(), "  ")).contains("  ");
        assertThat(read(Scalar.text(5).orBlank(), "abcdef")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-5, true", "10, true", "-6, false", "11, false", "1.0, false", "x, false", "'', false"})
    void a_whole_number_is_bounded(String text, boolean fits) {
        assertThat(read(Scalar.whole(-5, 10), text)).isEqualTo(fits ? Optional.of(Integer.valueOf(text)) : none());
    }

    @Test
    void a_number_is_as_json_has_it() {
        Scalar any = Scalar.whole(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(read(any, "2147483647")).contains(Integer.MAX_VALUE);
        assertThat(read(any, "2147483648")).contains(2_147_483_648L);
        assertThat(read(any, "-2147483648")).contains(Integer.MIN_VALUE);
        assertThat(read(any, "-2147483649")).contains(-2_147_483_649L);
        assertThat(read(any, "9223372036854775807")).contains(Long.MAX_VALUE);
        assertThat(read(any, "9223372036854775808")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.01, true", "1, true", "1E-1, true", "0.009, false", "1.01, false", "1.2.3, false", "x, false"})
    void a_decimal_number_is_bounded(String text, boolean fits) {
        assertThat(read(Scalar.decimal("0.01", "1"), text))
                .isEqualTo(fits ? Optional.of(new BigDecimal(text)) : none());
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(read(Scalar.flag(), "true")).contains(true);
        assertThat(read(Scalar.flag(), "false")).contains(false);
        assertThat(read(Scalar.flag(), "yes")).isEmpty();
    }

    @Test
    void durations_and_instants_stay_texts_and_are_bounded() {
        Scalar minute = Scalar.duration(Duration.ofMinutes(1));
        assertThat(read(minute, "PT1M")).contains("PT1M");
        assertThat(read(minute, "PT0S")).contains("PT0S");
        assertThat(read(minute, "PT61S")).isEmpty();
        assertThat(read(minute, "-PT1S")).isEmpty();
        assertThat(read(minute, "PT9999999999999999999S")).isEmpty();
        assertThat(read(minute, "soon")).isEmpty();
        assertThat(read(Scalar.instant(), "2026-01-15T10:00:00+05:00")).contains("2026-01-15T10:00:00+05:00");
        assertThat(read(Scalar.instant(), "2000-01-01T00:00:00Z")).isPresent();
        assertThat(read(Scalar.instant(), "2200-01-01T00:00:00Z")).isPresent();
        assertThat(read(Scalar.instant(), "1999-12-31T23:59:59Z")).isEmpty();
        assertThat(read(Scalar.instant(), "2200-01-01T00:00:01Z")).isEmpty();
        assertThat(read(Scalar.instant(), "2026-01-15")).isEmpty();
    }

    @Test
    void a_mistyped_choice_is_told_with_its_place_and_what_was_meant() {
        Mistakes mistakes = new Mistakes();
        Scalar.choice("manual", "pays").read(new InputNode.Value(HERE, "pais", false), mistakes);
        assertThat(mistakes.all())
                .containsExactly(new Mistake(
                        HERE,
                        new Complaint(
                                "`pais` must be one of manual, pays, did you mean `pays`?", Optional.of("pays"))));
        assertThat(read(Scalar.choice("manual", "pays"), "pays")).contains("pays");
    }

    @Test
    void a_pattern_fits_whole() {
        Scalar bin = Scalar.pattern("a BIN", "\\d{3}", "last");
        assertThat(read(bin, "123")).contains("123");
        assertThat(read(bin, "1234")).isEmpty();
        assertThat(bin.schema()).containsEntry("pattern", "^(\\d{3})$");
    }

    @Test
    void json_has_numbers_without_quotes_and_some_texts_with_them() {
        Place there = new Place.InObject("nth");
        assertThat(read(Scalar.whole(1, 9), new InputNode.Value(there, "3", true)))
                .isEmpty();
        assertThat(read(Scalar.whole(1, 9), new InputNode.Value(there, "3", false)))
                .contains(3);
        assertThat(read(Scalar.flag(), new InputNode.Value(there, "true", true)))
                .isEmpty();
        assertThat(read(Scalar.text(9).quoted(), new InputNode.Value(there, "3", true)))
                .contains("3");
        assertThat(read(Scalar.text(9).quoted(), new InputNode.Value(there, "3", false)))
                .isEmpty();
        assertThat(read(Scalar.text(9), new InputNode.Value(there, "3", false))).contains("3");
        assertThat(read(Scalar.whole(1, 9), new InputNode.Value(HERE, "3", true)))
                .contains(3);
    }

    @Test
    void a_list_or_an_object_is_no_value_and_long_texts_are_shown_short() {
        Mistakes mistakes = new Mistakes();
        Scalar.flag().read(new InputNode.Sequence(HERE, List.of()), mistakes);
        Scalar.flag().read(new InputNode.Value(HERE, "x".repeat(41), false), mistakes);
        Scalar.flag().read(new InputNode.Value(HERE, "y".repeat(40), false), mistakes);
        assertThat(mistakes.all())
                .extracting(Mistake::toString)
                .containsExactly(
                        "line 3, column 4: this must be true or false",
                        "line 3, column 4: `" + "x".repeat(40) + "…` must be true or false",
                        "line 3, column 4: `" + "y".repeat(40) + "` must be true or false");
    }

    @Test
    void every_value_has_a_schema() {
        assertThat(Scalar.whole(1, 2).schema()).isEqualTo(Map.of("type", "integer", "minimum", 1L, "maximum", 2L));
        assertThat(Scalar.text(7).schema()).containsEntry("maxLength", 7);
        assertThat(Scalar.choice("a", "b").schema()).isEqualTo(Map.of("enum", List.of("a", "b")));
        assertThat(Scalar.flag().schema()).isEqualTo(Map.of("type", "boolean"));
        assertThat(Scalar.decimal("0", "1").schema()).containsEntry("type", "number");
        assertThat(Scalar.duration(Duration.ZERO).schema()).containsKey("pattern");
        assertThat(Scalar.instant().schema()).containsEntry("format", "date-time");
    }

    private static Optional<Object> none() {
        return Optional.empty();
    }

    private static Optional<Object> read(Scalar scalar, String text) {
        return read(scalar, new InputNode.Value(HERE, text, false));
    }

    private static Optional<Object> read(Scalar scalar, InputNode node) {
        Mistakes mistakes = new Mistakes();
        Object read = scalar.read(node, mistakes);
        assertThat(mistakes.count()).isLessThanOrEqualTo(1);
        if (!mistakes.isEmpty()) {
            assertThat(read).isEqualTo("");
        }
        return mistakes.isEmpty() ? Optional.of(read) : Optional.empty();
    }
}
