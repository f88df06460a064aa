package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "200, 20000",
        "200.00, 20000",
        "200.0000000000, 20000",
        "0.01, 1",
        "-0.01, -1",
        "1e2, 10000",
        "2E-2, 2",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.07, -9223372036854775807"
    })
    void an_amount_with_at_most_two_decimals_is_kept_exactly(BigDecimal tenge, long tiyn) {
        assertThat(Money.exactly(tenge)).contains(new Money(tiyn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "-0.001", "1.23456789012345678901", "100.005", "1e-20", "1e-400", "1e-2147483647"})
    void more_than_two_decimals_are_no_amount(BigDecimal tenge) {
        assertThat(Money.exactly(tenge)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "92233720368547758.08",
                "-92233720368547758.08",
                "1e20",
                "1e40",
                "1e41",
                "1e400",
                "1e2147483647",
                "-1e400",
                "99999999999999999999999999999999999999999999999999"
            })
    void what_does_not_fit_is_no_amount_and_costs_nothing(BigDecimal tenge) {
        assertThat(Money.exactly(tenge)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-0",
                "0e2147483647",
                "0e-2147483647",
                "0.00000000000000000000000000000000000000000000"
            })
    void nothing_is_nothing_however_it_is_written(BigDecimal tenge) {
        assertThat(Money.exactly(tenge)).contains(Money.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00000000000000000000000000000000000000", "1000000000000000000000000000000000000000e-30"})
    void forty_digits_are_still_read(BigDecimal tenge) {
        assertThat(Money.exactly(tenge)).isPresent();
    }

    @Test
    void forty_one_decimals_are_not_read_even_if_they_are_zeros() {
        assertThat(Money.exactly(new BigDecimal("1e-40").setScale(41))).isEmpty();
        assertThat(Money.exactly(new BigDecimal("1").setScale(40))).isEmpty();
        assertThat(Money.exactly(new BigDecimal("0.1").setScale(40))).contains(new Money(10));
        assertThat(Money.exactly(new BigDecimal("0.01").setScale(41))).isEmpty();
    }

    @Test
    void sums_and_differences_are_exact_and_never_wrap_around() {
        assertThat(Money.tenge(2).plus(new Money(1))).isEqualTo(new Money(201));
        assertThat(Money.tenge(2).minus(new Money(1))).isEqualTo(new Money(199));
        Money most = new Money(Long.MAX_VALUE);
        Money one = new Money(1);
        Money least = new Money(Long.MIN_VALUE);
        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.tenge(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void only_more_than_nothing_is_positive() {
        assertThat(new Money(1).isPositive()).isTrue();
        assertThat(Money.ZERO.isPositive()).isFalse();
        assertThat(new Money(-1).isPositive()).isFalse();
    }

    @Test
    void amounts_have_an_order() {
        assertThat(new Money(2).isMoreThan(new Money(1))).isTrue();
        assertThat(new Money(2).isMoreThan(new Money(2))).isFalse();
        assertThat(new Money(1).isMoreThan(new Money(2))).isFalse();
        assertThat(new Money(1)).isLessThan(new Money(2)).isEqualByComparingTo(new Money(1));
    }

    @Test
    void it_is_written_with_two_decimals() {
        assertThat(Money.tenge(200).toDecimal()).isEqualTo(new BigDecimal("200.00"));
        assertThat(new Money(5)).hasToString("0.05");
        assertThat(new Money(Long.MAX_VALUE)).hasToString("92233720368547758.07");
    }
}
