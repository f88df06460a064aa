package kz.paysandbox.emulator.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptStandInsTest {

    private final KeptStandIns kept = new KeptStandIns();

    @ParameterizedTest
    @CsvSource({
        "cvc, 123, ***",
        "cvc, 'a1', ***",
        "cvc, abc, abc",
        "card, 4405639704015096, 4405...5096",
        "card, 4405 6397 0401 5096, 4405...5096",
        "card, 4405...5096, 4405...5096",
        "card, 440564******5096, 440564******5096",
        "card, 1234567, 1234567",
        "card, 12345678, ***",
        "card, 1234567890123, ***",
        "card, 12345678901234, 1234...1234",
        "card, 1234567890123456, 1234...3456",
        "card, CARD-7, CARD-7",
        "token, ABC, ABC",
        "secret, 4405639704015096, 4405639704015096"
    })
    void card_numbers_lose_their_middle_and_codes_all(String kind, String value, String expected) {
        assertThat(kept.of(kind, value)).isEqualTo(expected);
    }
}
