package kz.paysandbox.emulator.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4405639704015096",
                "5522042705066736",
                "378282246310005",
                "30569309025904",
                "3530111333300000",
                "2200000000000004",
                "6304000000000000",
                "4000000000000000006",
                "4405...5096 4405639704015096",
                "1 4405639704015096 2",
                "00 4405639704015096",
                "4405 - 6397 - 0401-5096",
                "12 or 4405639704015096",
                "12    4405639704015096",
                "12---4405639704015096",
                "7a4405639704015096",
                "2026-11-27T22:59:13, 4405639704015096"
            })
    void a_card_number_is_found(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
        assertThat(CardNumbers.masked(text)).isNotEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4405639704015097",
                "4405639704015069",
                "4405a6397a0401a5096",
                "4405    6397    0401    5096",
                "440563970401509",
                "1405639704015096",
                "378282246310004",
                "40000000000000000060",
                "3056930 9025904",
                "12:59:44:05 639704015096",
                "4405639:7040:15:09.6"
            })
    void other_digits_are_none(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "4405639704015096 and 5522042705066736!, 4405...5096 and 5522...6736!",
        "pay 4405639704015096/x, pay 4405...5096/x",
        "4405639704015096, 4405...5096",
        "4000 0000 0000 0000 006, 4000...0006",
        "305693 090259 04, 3056...5904"
    })
    void the_first_and_last_four_digits_stay(String text, String masked) {
        assertThat(CardNumbers.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"4405639704015096, true", "4405 639704015096, false", "4405639704015097, false", "'', false"})
    void a_whole_number_is_one(String digits, boolean card) {
        assertThat(CardNumbers.isCard(digits)).isEqualTo(card);
    }
}
