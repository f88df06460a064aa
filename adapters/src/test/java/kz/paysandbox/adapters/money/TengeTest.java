package kz.paysandbox.adapters.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TengeTest {
    @Test
    void equal_amounts_are_equal_however_they_are_written() {
        assertThat(Tenge.parse("200")).isEqualTo(Tenge.parse("200.00")).isEqualTo(Tenge.of(200));
        assertThat(Tenge.of(new BigDecimal("2E+2"))).hasToString("200.00");
        assertThat(Tenge.of(new BigDecimal("200.0000"))).hasToString("200.00");
        assertThat(Tenge.of(new BigDecimal("0E-999999999"))).isEqualTo(Tenge.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-0.01", "0.001", "1000000000000.01", "abc", "", "1,5", "NaN", "1e999999999", "1e-999999999"})
    void what_is_no_amount_is_refused_with_a_reason(String text) {
        assertThatThrownBy(() -> Tenge.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount");
    }

    @Test
    void the_largest_amount_is_allowed() {
        assertThat(Tenge.of(1_000_000_000_000L).tiyn()).isEqualTo(100_000_000_000_000L);
        assertThat(Tenge.parse("00000000000000000000000000000.01").tiyn()).isEqualTo(1);
    }

    @Test
    void a_long_text_is_refused_unread() {
        assertThatThrownBy(() -> Tenge.parse("1".repeat(33))).hasMessageContaining("33 characters");
    }

    @Test
    void sums_and_differences_are_exact() {
        assertThat(Tenge.parse("0.10").plus(Tenge.parse("0.20"))).isEqualTo(Tenge.parse("0.30"));
        assertThat(Tenge.parse("0.30").minus(Tenge.parse("0.10"))).isEqualTo(Tenge.parse("0.20"));
        assertThatThrownBy(() -> Tenge.of(1).minus(Tenge.of(2))).hasMessageContaining("negative");
        assertThat(Tenge.ZERO.positive()).isFalse();
        assertThat(Tenge.ofTiyn(1).positive()).isTrue();
    }

    @Test
    void tiyn_and_text_lead_back_to_the_same_amount() {
        qt().forAll(longs().between(0, 100_000_000_000_000L)).check(tiyn -> {
            Tenge amount = Tenge.ofTiyn(tiyn);
            return amount.tiyn() == tiyn && Tenge.parse(amount.toString()).equals(amount);
        });
    }

    @Test
    void order_is_by_amount() {
        qt().forAll(longs().between(0, 1_000_000), longs().between(0, 1_000_000))
                .check((a, b) -> Integer.signum(Tenge.ofTiyn(a).compareTo(Tenge.ofTiyn(b))) == Long.compare(a, b));
    }
}
