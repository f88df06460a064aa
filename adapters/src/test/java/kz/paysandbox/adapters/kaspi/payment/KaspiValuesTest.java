package kz.paysandbox.adapters.kaspi.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaspiValuesTest {
    @ParameterizedTest
    @CsvSource({
        "-99000002, TRADE_POINT_NOT_FOUND",
        "-990000002, TRADE_POINT_NOT_FOUND",
        "990000018, TRADE_POINT_OFF",
        "9900000018, TRADE_POINT_OFF",
        "99000010, UNEXPLAINED_10",
        "-14000002, NO_TRADE_POINTS",
        "0, SUCCESS",
        "-990000020, NO_PARTIAL_REFUND",
        "9900000033, NO_PAYMENT_METHODS",
        "12345678901234, UNKNOWN",
        "-9223372036854775808, UNKNOWN",
        "-990000100, UNKNOWN",
        "9900000100, UNKNOWN",
        "-990000099, UNKNOWN"
    })
    void codes_in_every_spelling(long number, KaspiCode code) {
        assertThat(KaspiCode.of(number)).isEqualTo(code);
    }

    @Test
    void every_code_of_the_catalogue_is_found_by_its_number() {
        for (KaspiCode code : KaspiCode.values()) {
            assertThat(KaspiCode.of(code.value())).isEqualTo(code);
        }
    }

    @Test
    void unknown_words_of_the_bank_survive() {
        assertThat(PaymentStatus.of("Frozen")).isEqualTo(new PaymentStatus(PaymentStatus.Kind.UNKNOWN, "Frozen"));
        assertThat(PaymentStatus.of("Frozen").terminal()).isFalse();
        assertThat(PaymentStatus.of("processed").paid()).isTrue();
        assertThat(RefundScanStatus.of("Later").kind()).isEqualTo(RefundScanStatus.Kind.UNKNOWN);
        assertThat(new PaymentMethod("Stars").value()).isEqualTo("Stars");
    }

    @Test
    void announced_times_are_bounded() {
        PaymentTimes odd = new PaymentTimes(Duration.ZERO, Duration.ofSeconds(-5), Duration.ofDays(900));
        assertThat(odd).isEqualTo(new PaymentTimes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"87010000001", "+77010000001", "77010000001", "7010000001", "+7 (701) 000-00-01"})
    void phones_in_every_form(String text) {
        assertThat(Phone.parse(text).value()).isEqualTo("87010000001");
    }

    @Test
    void values_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> Phone.parse("12345")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bin.of("1803400217")).hasMessageContaining("12 digits");
        assertThatThrownBy(() -> DeviceToken.of(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiKey.of("two words")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Order.of(DeviceToken.of("x"), Tenge.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
