package kz.paysandbox.emulator.kaspi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {

    @ParameterizedTest
    @CsvSource({
        "87010000001, PAYS",
        "87010000002, DECLINES",
        "+77010000002, DECLINES",
        "77010000002, DECLINES",
        "87010000003, IGNORES",
        "87010000404, UNKNOWN",
        "+77010000404, UNKNOWN",
        "87770000002, PAYS"
    })
    void a_phone_has_one_character_in_each_of_its_forms(String phone, Customer character) {
        assertThat(Customer.of(phone)).isEqualTo(character);
    }

    @ParameterizedTest
    @ValueSource(strings = {"87010000001", "+77010000001", "77010000001", "87999999999"})
    void a_mobile_number_of_kazakhstan_is_a_phone(String text) {
        assertThat(Customer.isPhone(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7010000001",
                "8701000000",
                "870100000011",
                "+87010000001",
                "86010000001",
                "8 701 000 00 01",
                "abc",
                "٨7010000001"
            })
    void anything_else_is_none(String text) {
        assertThat(Customer.isPhone(text)).isFalse();
    }

    @Test
    void all_forms_of_one_phone_have_one_normal_form_and_one_name() {
        assertThat(Customer.normal("+77010000001")).isEqualTo("87010000001");
        assertThat(Customer.normal("77010000001")).isEqualTo("87010000001");
        assertThat(Customer.normal("87010000001")).isEqualTo(Customer.DEFAULT_PHONE);
        assertThat(Customer.name("+77010000001"))
                .isEqualTo(Customer.name("87010000001"))
                .isNotBlank();
    }

    @Test
    void every_phone_has_a_name_even_a_short_one() {
        assertThat(Customer.name("1")).isNotBlank();
        assertThat(Customer.normal("1")).isEqualTo("81");
        assertThat(Customer.name("87010000001")).isNotEqualTo(Customer.name("87010000002"));
    }
}
