package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymsTest {

    private final Pseudonyms names = new Pseudonyms();

    @Test
    void one_value_has_one_name_throughout_and_another_value_another() {
        assertThat(names.inField("DeviceToken", "a")).isEqualTo("device#1");
        assertThat(names.inField("deviceToken", "b")).isEqualTo("device#2");
        assertThat(names.inField("DEVICETOKEN", "a")).isEqualTo("device#1");
    }

    @Test
    void a_name_written_with_escapes_hides_no_secret() {
        assertThat(names.inJson("{\"DeviceTok\\u0065n\":\"x\"}"))
                .doesNotContain("\"x\"")
                .contains("device#1");
    }

    @Test
    void each_kind_counts_for_itself_though_values_are_equal() {
        assertThat(names.inField("DeviceToken", "1")).isEqualTo("device#1");
        assertThat(names.inField("PhoneNumber", "1")).isEqualTo("phone#1");
    }

    @ParameterizedTest
    @CsvSource({
        "Api-Key, key#1",
        "Authorization, token#1",
        "access_token, token#1",
        "refresh_token, token#1",
        "client_secret, secret#1",
        "secret_hash, secret#1",
        "password, secret#1",
        "QrToken, qr#1",
        "PaymentLink, link#1",
        "phone, phone#1",
        "cryptogram, cryptogram#1",
        "hpan, card#1",
        "pan, card#1",
        "cvc, cvc#1",
        "Amount, s",
        "X-Request-ID, s"
    })
    void secrets_are_replaced_and_other_fields_are_not(String field, String shown) {
        assertThat(names.inField(field, "s")).isEqualTo(shown);
    }

    @Test
    void nothing_has_no_name() {
        assertThat(names.inField("DeviceToken", "")).isEmpty();
    }

    @Test
    void strings_and_numbers_of_json_are_replaced_where_they_stand() {
        assertThat(names.inJson("{\"Data\":{\"DeviceToken\": \"2be4\",\"Amount\":200.00},\"StatusCode\":0}"))
                .isEqualTo("{\"Data\":{\"DeviceToken\":\"device#1\",\"Amount\":200.00},\"StatusCode\":0}");
        assertThat(names.inJson("{\"deviceToken\":321}")).isEqualTo("{\"deviceToken\":\"device#2\"}");
    }

    @Test
    void an_escaped_quote_does_not_end_a_secret() {
        assertThat(names.inJson("{\"password\":\"a\\\"b\",\"x\":\"$1\"}"))
                .isEqualTo("{\"password\":\"secret#1\",\"x\":\"$1\"}");
    }

    @Test
    void text_that_is_no_json_comes_back_as_it_is() {
        assertThat(names.inJson("hello \"there")).isEqualTo("hello \"there");
        assertThat(names.inJson("")).isEmpty();
    }

    @Test
    void a_very_long_value_is_read_to_its_end() {
        String plain = "x".repeat(200_000);
        String escapes = "\\n".repeat(100_000);
        assertThat(names.inJson("{\"password\":\"" + plain + "\"}")).isEqualTo("{\"password\":\"secret#1\"}");
        assertThat(names.inJson("{\"password\":\"" + escapes + "\"}")).isEqualTo("{\"password\":\"secret#2\"}");
    }

    @Test
    void parameters_of_a_target_and_of_a_form_are_replaced() {
        assertThat(names.inParameters("/r3/v01/remote/client-info?phoneNumber=87010000001&deviceToken=321"))
                .isEqualTo("/r3/v01/remote/client-info?phoneNumber=phone#1&deviceToken=device#1");
        assertThat(names.inParameters("grant_type=client_credentials&client_secret=x$1"))
                .isEqualTo("grant_type=client_credentials&client_secret=secret#1");
        assertThat(names.inParameters("/r1/v01/health/ping")).isEqualTo("/r1/v01/health/ping");
    }

    @Test
    void what_is_remembered_is_bounded_and_the_rest_still_hidden() {
        for (int value = 0; value < 100_000; value++) {
            names.inField("phone", String.valueOf(value));
        }
        assertThat(names.inField("phone", "one more")).isEqualTo("phone#?");
        assertThat(names.inField("phone", "99999")).isEqualTo("phone#100000");
    }
}
