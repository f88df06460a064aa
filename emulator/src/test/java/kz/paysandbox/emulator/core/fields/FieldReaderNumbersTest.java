package kz.paysandbox.emulator.core.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;
import kz.paysandbox.emulator.core.fields.Malformed.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "12800627774, 12800627774",
        "-5, -5",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void whole_numbers_of_64_bits_are_read_however_they_are_written(String text, long number) {
        FieldReader in = reader(Scalar.Type.NUMBER, text);
        assertThat(in.wholeNumber("N")).isEqualTo(number);
        assertThat(in.finish(() -> 1).value()).contains(1);
        assertThat(in.deviations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.0, 12", "1e3, 1000"})
    void whole_numbers_that_went_through_a_float_are_read_and_noticed(String text, long number) {
        FieldReader in = reader(Scalar.Type.NUMBER, text);
        assertThat(in.wholeNumber("N")).isEqualTo(number);
        assertThat(in.deviations()).extracting(Deviation::kind).containsExactly(Kind.NOTATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "1e40", "1e400", "1e-400"})
    void other_numbers_are_not_whole_ones_of_64_bits(String text) {
        FieldReader in = reader(Scalar.Type.NUMBER, text);
        assertThat(in.wholeNumber("N")).isZero();
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.NOT_WHOLE, "N"));
    }

    @Test
    void forty_digits_are_too_many_to_look_at() {
        String zeros = "0".repeat(37);
        assertThat(reader(Scalar.Type.NUMBER, "12." + zeros).wholeNumber("N")).isEqualTo(12);
        assertThat(problems(read(reader(Scalar.Type.NUMBER, "12." + zeros + "0"))))
                .hasSize(1);
        assertThat(reader(Scalar.Type.NUMBER, "0e39").wholeNumber("N")).isZero();
        assertThat(problems(read(reader(Scalar.Type.NUMBER, "0e40")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x10", "12a", "1,5", "--1", "1e9999999999", "."})
    void what_is_no_number_is_said_to_be_none(String text) {
        FieldReader in = reader(Scalar.Type.STRING, text);
        assertThat(in.decimal("N")).isZero();
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.NOT_A_NUMBER, "N"));
        FieldReader whole = reader(Scalar.Type.STRING, text);
        assertThat(whole.wholeNumberAsToken("N")).isZero();
        assertThat(problems(whole)).containsExactly(new Problem(Malformed.Kind.NOT_A_NUMBER, "N"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOLEAN", "NESTED"})
    void neither_flags_nor_objects_are_numbers(Scalar.Type type) {
        FieldReader in = reader(type, "true");
        assertThat(in.decimal("N")).isZero();
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.NOT_A_NUMBER, "N"));
    }

    @Test
    void a_string_that_holds_a_number_is_taken_and_noticed() {
        FieldReader in = reader(Scalar.Type.STRING, "15");
        assertThat(in.wholeNumber("N")).isEqualTo(15);
        assertThat(in.deviations()).containsExactly(new Deviation(Kind.TYPE, "N was sent as a string"));
        FieldReader blanks = reader(Scalar.Type.STRING, " 15 ");
        assertThat(blanks.wholeNumber("N")).isEqualTo(15);
        assertThat(blanks.deviations()).extracting(Deviation::kind).containsExactly(Kind.TYPE, Kind.NOTATION);
    }

    @Test
    void a_parameter_is_text_by_nature_and_no_deviation() {
        FieldReader in = reader(Scalar.Type.PARAMETER, "15");
        assertThat(in.wholeNumber("N")).isEqualTo(15);
        assertThat(in.optionalWholeNumber("N")).contains(15L);
        assertThat(in.deviations()).isEmpty();
    }

    @Test
    void an_id_of_the_test_hooks_may_be_a_string_or_a_number() {
        assertThat(reader(Scalar.Type.STRING, "15").wholeNumberAsToken("N")).isEqualTo(15);
        FieldReader in = reader(Scalar.Type.NUMBER, "15");
        assertThat(in.wholeNumberAsToken("N")).isEqualTo(15);
        assertThat(in.deviations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200.00", "0.00000000000000000001", "1e400", "-1"})
    void a_decimal_is_kept_exactly_as_it_was_sent(String text) {
        assertThat(reader(Scalar.Type.NUMBER, text).decimal("N")).isEqualTo(new BigDecimal(text));
    }

    @Test
    void a_number_of_any_length_is_a_decimal() {
        assertThat(reader(Scalar.Type.NUMBER, "1".repeat(5_000)).decimal("N"))
                .isEqualTo(new BigDecimal("1".repeat(5_000)));
    }

    @Test
    void a_text_too_long_to_be_a_number_is_one_problem_and_not_two() {
        assertThat(problems(read(reader(Scalar.Type.STRING, "1".repeat(1_001)))))
                .containsExactly(new Problem(Malformed.Kind.TOO_LONG, "N"));
    }

    @Test
    void all_problems_of_a_request_are_told_at_once() {
        FieldReader in = reader(Scalar.Type.STRING, "x");
        in.wholeNumber("N");
        in.text("M");
        assertThat(problems(in)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "' 15', with blanks around it",
        "+15, with a plus sign",
        "١٥, with digits that are not ASCII",
        "015, with leading zeros",
        "-015, with leading zeros",
        "15.0, 'with a fraction or an exponent, as a float is'",
        "15e0, 'with a fraction or an exponent, as a float is'"
    })
    void a_whole_number_in_another_notation_is_told_how(String text, String how) {
        FieldReader in = reader(Scalar.Type.PARAMETER, text);
        assertThat(in.wholeNumber("N")).isEqualTo(text.contains("-") ? -15 : 15);
        assertThat(in.deviations()).extracting(Deviation::evidence).containsExactly("N was written " + how);
    }

    @Test
    void a_decimal_in_another_notation_is_told_how() {
        FieldReader in = reader(Scalar.Type.PARAMETER, "15.");
        assertThat(in.decimal("N")).isEqualByComparingTo("15");
        assertThat(in.deviations())
                .extracting(Deviation::evidence)
                .containsExactly("N was written otherwise than JSON writes numbers");
    }

    @Test
    void a_peek_judges_nothing() {
        FieldReader in = reader(Scalar.Type.NUMBER, "x");
        assertThat(in.peek("n")).contains("x");
        assertThat(in.peek("M")).isEmpty();
        assertThat(in.hasProblems()).isFalse();
        in.wholeNumber("N");
        assertThat(in.hasProblems()).isTrue();
    }

    private static FieldReader read(FieldReader in) {
        assertThat(in.wholeNumber("N")).isZero();
        return in;
    }

    private static FieldReader reader(Scalar.Type type, String text) {
        return new FieldReader(Fields.of(Map.of("N", new Scalar(type, text))));
    }

    private static Iterable<Problem> problems(FieldReader in) {
        return in.finish(() -> "read").refusal().orElseThrow().problems();
    }
}
