package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://bank.example:8544, https://bank.example:8544",
        "https://bank.example:8544/, https://bank.example:8544",
        "https://bank.example/api/, https://bank.example/api",
        "https://bank.example/proxy//, https://bank.example/proxy",
        "HTTPS://bank.example, https://bank.example",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "'https://[::1]:8544/', 'https://[::1]:8544'"
    })
    void what_a_request_can_be_sent_to_is_accepted_and_ends_without_a_slash(String text, String read) {
        assertThat(BaseAddress.parse("kzpay.kaspi.r3.url", text)).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8544, https://",
        "bank.example, https://",
        "ftp://bank.example, https://",
        "'', https://",
        "https://, no address",
        "https://my_bank:8544, underscore",
        "https:///r3, no host",
        "https://bank.example:99999, 65535",
        "https://bank.example/r3?key=v, path",
        "https://bank.example/#x, path",
        "https://user:word@bank.example, path",
        "https://bank example, no address"
    })
    void anything_else_is_refused_by_the_name_of_the_setting(String text, String why) {
        assertThatThrownBy(() -> BaseAddress.parse("kzpay.kaspi.r3.url", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kzpay.kaspi.r3.url")
                .hasMessageContaining(why)
                .message()
                .doesNotContain("word", "key=v");
    }
}
