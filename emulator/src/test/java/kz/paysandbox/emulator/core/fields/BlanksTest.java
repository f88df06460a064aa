package kz.paysandbox.emulator.core.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a\n", "\ta", " 15 "})
    void blanks_around_a_parameter_are_told(String value) {
        assertThat(Blanks.around(Map.of("client_secret", Scalar.parameter(value)), Set.of()))
                .containsExactly(new Deviation(Kind.BLANKS, "client_secret has blanks around its value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "", "  "})
    void blanks_within_and_nothing_but_blanks_are_not(String value) {
        assertThat(Blanks.around(Map.of("client_secret", Scalar.parameter(value)), Set.of()))
                .isEmpty();
    }

    @Test
    void a_string_is_told_unless_it_is_a_number() {
        assertThat(Blanks.around(Map.of("name", new Scalar(Scalar.Type.STRING, " Aidos")), Set.of()))
                .hasSize(1);
        assertThat(Blanks.around(Map.of("amount", new Scalar(Scalar.Type.STRING, " +15.00 ")), Set.of()))
                .isEmpty();
        assertThat(Blanks.around(Map.of("amount", new Scalar(Scalar.Type.NUMBER, " 15")), Set.of()))
                .isEmpty();
    }

    @Test
    void what_people_write_freely_may_have_blanks() {
        Map<String, Scalar> values = Map.of("order.Description", new Scalar(Scalar.Type.STRING, "tea "));
        assertThat(Blanks.around(values, Set.of("description"))).isEmpty();
        assertThat(Blanks.around(values, Set.of("order"))).hasSize(1);
    }

    @Test
    void a_very_long_name_is_told_by_its_length() {
        assertThat(Blanks.around(Map.of("n".repeat(40), Scalar.parameter("a ")), Set.of()))
                .extracting(Deviation::evidence)
                .containsExactly("n".repeat(40) + " has blanks around its value");
        assertThat(Blanks.around(Map.of("n".repeat(41), Scalar.parameter("a ")), Set.of()))
                .extracting(Deviation::evidence)
                .containsExactly("a name of 41 characters has blanks around its value");
    }
}
