package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hpan\":\"4405639704015096\"}",
                "{\"card\":{\"number\":\"4405 6397 0401 5096\"}}",
                "number=4405-6397-0401-5096&x=1",
                "pan 4405639704015096."
            })
    void cardNumbersAreNotKept(String body) {
        assertThat(Written.masked(Bytes.utf8(body)).text())
                .contains("4405...5096")
                .doesNotContain("0401");
    }

    @Test
    void neitherIsTheCvcNorATokenInALink() {
        assertThat(Written.masked(Bytes.utf8("{\"cvc\": \"0198\",\"a\":1}")).text())
                .isEqualTo("{\"cvc\": \"***\",\"a\":1}");
        assertThat(Written.masked(Bytes.utf8("value=\"https://a/confirmPayment?Access=AB_C-1\""))
                        .text())
                .isEqualTo("value=\"https://a/confirmPayment?Access=***\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"invoiceId\":\"123456789012345\",\"reference\":\"292620701662\"}",
                "{\"cryptogram\":\"abc4405639704015096def+/=\"}",
                "67e34d63-102f-4bd1-898e-370781d0074d"
            })
    void whatIsNoCardStays(String body) {
        assertThat(Written.masked(Bytes.utf8(body)).text()).isEqualTo(body);
    }
}
