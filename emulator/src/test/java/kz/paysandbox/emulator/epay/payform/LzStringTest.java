package kz.paysandbox.emulator.epay.payform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that lz-string 1.5.0 compressed with compressToEncodedURIComponent. */
class LzStringTest {

    private static final String LONG =
            "IYSwzgpgZgbsAWBHA9gIwCbwHYygJzBCwFd1VlFjRJYEUNtcCjTzLro4k1Md9CSZClXCc6PRvxZD2o2twZ9mgtiJpd6vJgNbCO8z"
                    + "ZOW7Z68Yu3TV+jRKU6ZasQq1SVeubYtuTTg3ct3U2dDeysPMxcjB2tPc1djRxt46PDg-29E2MjQwN9kqLCgvy8EmIiQgJ8kuMK8m"
                    + "pyqrIqMsrSSlKL82tzq7MrM8vTS1OKC3ubhzvr+1tHuxsH28aahjrq+lpGuhoG2sZ7V5cOlg8X9hb353bmd2e2ZrenNqY3J9Ym1l"
                    + "dPL28fXz7Hc7Xe7Pd7fC43B4vD5HM5XO5PN5fE6Q0HIoEI-6wn5QsEo4GIgFw37Q8GokFIwHwv4wiGU4m49HU0n4zG08mE7H0ok4"
                    + "tFUkl4jE0skErF0im8nncyUyrkS+Wc8VKjli1Xs0Uatki7Ws4V6llCw3MwUmpkC82M-lWhl823ShXKtWanX6o2mi3Wu1S2WO9Wu4"
                    + "2e+2+lUug0em0+xXO3XuoA";

    @ParameterizedTest
    @CsvSource({
        "IZA, a",
        "IY1lA, aaaaaaaaaaaa",
        "BYUwNmD2AEoTcpA, hello hello hello",
        "ugggYQRcICjsIABIaITQRmqCN4CYg, Заказ № 1 Заказ № 2",
        "JYOwbg9sDGCmCSATAvARgEwGYAsBWAbAGQCGAthAK4gAuauADPUA, invoiceId=123456&amount=1500"
    })
    void is_read_as_the_library_reads_it(String compressed, String text) {
        assertThat(LzString.decompress(compressed, 1_000)).contains(text);
    }

    @Test
    void any_units_of_utf16_and_an_empty_text() {
        assertThat(LzString.decompress("jUEl4NwAewAI--9A", 1_000)).contains("\u20ac\ud83d\ude00\u0000\uffff");
        assertThat(LzString.decompress("Q", 1_000)).contains("");
    }

    @Test
    void a_space_is_the_plus_sign_that_a_query_made_of_it() {
        assertThat(LONG).contains("+");
        assertThat(LzString.decompress(LONG.replace('+', ' '), 3_000)).isEqualTo(LzString.decompress(LONG, 3_000));
    }

    @Test
    void codes_grow_with_the_dictionary() {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < 3_000; n++) {
            text.append((char) ('a' + (n * 7 + n * n % 13) % 26));
        }
        assertThat(LzString.decompress(LONG, 3_000)).contains(text.toString());
        assertThat(LzString.decompress(LONG, 2_999)).as("one unit too long").isEmpty();
    }

    @Test
    void the_tests_own_writer_writes_what_is_read() {
        assertThat(LzString.decompress(BankScript.params(Map.of("description", "Заказ 1 & 2".repeat(9))), 1_000))
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("description=%D0%97").endsWith("%202"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I",
                "IZ",
                "BYUwNmD2AEoTcp",
                "%%%",
                "IZ=",
                "invoiceId=123456",
                "________",
                "$$$$$$$$",
                "x",
                "wwww"
            })
    void what_is_none_is_not_guessed(String compressed) {
        assertThat(LzString.decompress(compressed, 1_000)).isEmpty();
    }
}
