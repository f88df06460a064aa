package kz.paysandbox.emulator.core.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void a_field_is_found_whatever_the_case_and_keeps_the_spelling_it_came_with() {
        Fields fields = Fields.of(Map.of("deviceTOKEN", Scalar.parameter("1")));
        assertThat(fields.find("DeviceToken")).contains(new Fields.NamedScalar("deviceTOKEN", Scalar.parameter("1")));
        assertThat(fields.find("Device")).isEmpty();
        assertThat(Fields.NONE.find("DeviceToken")).isEmpty();
    }

    @Test
    void of_several_spellings_of_one_name_the_last_counts() {
        Map<String, Scalar> given = new LinkedHashMap<>();
        given.put("Amount", new Scalar(Scalar.Type.NUMBER, "1"));
        given.put("amount", new Scalar(Scalar.Type.NUMBER, "2"));
        assertThat(Fields.of(given).find("AMOUNT"))
                .contains(new Fields.NamedScalar("amount", new Scalar(Scalar.Type.NUMBER, "2")));
    }
}
