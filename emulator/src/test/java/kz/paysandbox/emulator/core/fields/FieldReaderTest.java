package kz.paysandbox.emulator.core.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;
import kz.paysandbox.emulator.core.fields.Malformed.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {

    private final Map<String, Scalar> given = new LinkedHashMap<>();

    @Test
    void a_string_as_documented_is_read_without_a_word() {
        FieldReader in = reader("DeviceId", Scalar.Type.STRING, "GFC-1");
        assertThat(in.text("DeviceId")).isEqualTo("GFC-1");
        assertThat(in.finish(() -> "read")).isEqualTo(Outcome.ok("read"));
        assertThat(in.deviations()).isEmpty();
    }

    @Test
    void a_number_is_taken_for_a_string_and_noticed() {
        FieldReader in = reader("DeviceId", Scalar.Type.NUMBER, "12");
        assertThat(in.text("DeviceId")).isEqualTo("12");
        assertThat(in.deviations()).containsExactly(new Deviation(Kind.TYPE, "DeviceId was sent as a number"));
    }

    @Test
    void another_spelling_is_read() {
        FieldReader in = reader("deviceid", Scalar.Type.STRING, "GFC-1");
        assertThat(in.text("DeviceId")).isEqualTo("GFC-1");
        assertThat(in.deviations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"STRING", "NUMBER", "PARAMETER"})
    void a_token_may_be_a_string_or_a_number(Scalar.Type type) {
        FieldReader in = reader("DeviceToken", type, "321");
        assertThat(in.token("DeviceToken")).isEqualTo("321");
        assertThat(in.deviations()).isEmpty();
        assertThat(in.finish(() -> 1).value()).contains(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOLEAN", "NESTED"})
    void what_holds_no_text_is_no_string(Scalar.Type type) {
        FieldReader in = reader("DeviceId", type, "true");
        assertThat(in.text("DeviceId")).isEmpty();
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.NOT_A_STRING, "DeviceId"));
        FieldReader token = reader("DeviceToken", type, "true");
        assertThat(token.token("DeviceToken")).isEmpty();
        assertThat(problems(token)).containsExactly(new Problem(Malformed.Kind.NOT_A_STRING, "DeviceToken"));
    }

    @Test
    void absent_null_and_blank_are_all_missing_where_a_value_is_required() {
        given.put("Null", new Scalar(Scalar.Type.NULL, "null"));
        given.put("Blank", new Scalar(Scalar.Type.STRING, " \t"));
        FieldReader in = new FieldReader(Fields.of(given));
        in.text("Null");
        in.token("Blank");
        in.decimal("Absent");
        assertThat(problems(in))
                .containsExactly(
                        new Problem(Malformed.Kind.MISSING, "Null"),
                        new Problem(Malformed.Kind.MISSING, "Blank"),
                        new Problem(Malformed.Kind.MISSING, "Absent"));
    }

    @Test
    void what_is_optional_may_be_absent_null_or_blank() {
        given.put("Null", new Scalar(Scalar.Type.NULL, "null"));
        given.put("Blank", new Scalar(Scalar.Type.STRING, ""));
        FieldReader in = new FieldReader(Fields.of(given));
        assertThat(in.optionalText("Null")).isEmpty();
        assertThat(in.optionalText("Blank")).isEmpty();
        assertThat(in.optionalWholeNumber("Absent")).isEmpty();
        assertThat(in.finish(() -> 1).value()).contains(1);
        assertThat(reader("Comment", Scalar.Type.STRING, "x").optionalText("Comment"))
                .contains("x");
    }

    @Test
    void a_thousand_characters_are_read_and_one_more_is_too_long() {
        assertThat(reader("A", Scalar.Type.STRING, "x".repeat(1_000)).text("A")).hasSize(1_000);
        FieldReader in = reader("A", Scalar.Type.STRING, "x".repeat(1_001));
        assertThat(in.text("A")).isEmpty();
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.TOO_LONG, "A"));
    }

    @Test
    void a_reader_s_own_objection_counts_as_a_problem() {
        FieldReader in = reader("DeviceId", Scalar.Type.STRING, "ж");
        in.problem(Malformed.Kind.NOT_ALLOWED, "DeviceId");
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.NOT_ALLOWED, "DeviceId"));
    }

    private FieldReader reader(String name, Scalar.Type type, String text) {
        return new FieldReader(Fields.of(Map.of(name, new Scalar(type, text))));
    }

    private static Iterable<Problem> problems(FieldReader in) {
        return in.finish(() -> "read").refusal().orElseThrow().problems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e0", "+1", "01", " 1", "1 "})
    void a_whole_number_written_otherwise_is_read_and_noticed(String text) {
        FieldReader in = reader("QrPaymentId", Scalar.Type.PARAMETER, text);
        assertThat(in.wholeNumber("QrPaymentId")).isEqualTo(1);
        assertThat(in.deviations()).extracting(Deviation::kind).containsExactly(Kind.NOTATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "0", "9223372036854775807"})
    void a_whole_number_as_json_writes_it_is_read_without_a_word(String text) {
        FieldReader in = reader("QrPaymentId", Scalar.Type.NUMBER, text);
        assertThat(in.wholeNumber("QrPaymentId")).isEqualTo(Long.parseLong(text));
        assertThat(in.deviations()).isEmpty();
    }

    @Test
    void a_decimal_may_have_a_fraction_and_an_exponent() {
        for (String text : List.of("1.50", "1E+2", "0.1", "-3")) {
            FieldReader in = reader("Amount", Scalar.Type.NUMBER, text);
            assertThat(in.decimal("Amount")).isEqualByComparingTo(text);
            assertThat(in.deviations()).isEmpty();
        }
    }
}
