package kz.paysandbox.adapters.epay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpayValuesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567890123456", "INV-123456", ""})
    void an_invoice_number_has_six_to_fifteen_digits(String text) {
        assertThatThrownBy(() -> InvoiceId.of(text)).hasMessageContaining("6 to 15 digits");
    }

    @Test
    void a_description_has_at_most_125_bytes() {
        InvoiceId id = InvoiceId.of("123456");
        assertThat(CardOrder.of(id, Tenge.of(1), "x".repeat(125))).isNotNull();
        assertThatThrownBy(() -> CardOrder.of(id, Tenge.of(1), "ж".repeat(63))).hasMessageContaining("126");
        assertThatThrownBy(() -> CardOrder.of(id, Tenge.ZERO, "x")).hasMessageContaining("more than nothing");
    }

    @Test
    void a_card_has_a_check_digit() {
        YearMonth month = YearMonth.of(2027, 1);
        assertThat(Card.of("4405 6397 0401 5096", month, "321").mmyy()).isEqualTo("0127");
        assertThatThrownBy(() -> Card.of("4405639704015097", month, "321")).hasMessage("not a card number");
        assertThatThrownBy(() -> Card.of("4405639704015096", month, "32")).hasMessageContaining("CVC");
    }

    @Test
    void a_pending_payment_expires_only_while_no_money_is_held() {
        PendingExpiry expiry = new PendingExpiry(Duration.ofMinutes(20));
        Instant ordered = NOON.minus(Duration.ofMinutes(20));
        assertThat(expiry.expired(ordered, Optional.empty(), NOON)).isTrue();
        assertThat(expiry.expired(ordered, Optional.empty(), NOON.minusMillis(1)))
                .isFalse();
        assertThatThrownBy(() -> new PendingExpiry(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_and_codes_of_the_bank_survive() {
        assertThat(TransactionState.of("EXPIRED"))
                .isEqualTo(new TransactionState(TransactionState.Kind.UNKNOWN, "EXPIRED"));
        assertThat(TransactionState.of("EXPIRED").pending()).isTrue();
        assertThat(TransactionState.of("charge").successful()).isTrue();
        assertThat(ReasonCode.of(77777).text()).isEmpty();
        assertThat(ReasonCode.of(484).refuses()).isTrue();
        assertThat(ReasonCode.of(454).refuses()).isFalse();
    }

    @Test
    void a_reference_cannot_leave_its_place_in_the_path() {
        assertThatThrownBy(() -> new TransactionRef("../refund", InvoiceId.of("123456")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void credentials_hide_their_secret() {
        assertThat(new ClientCredentials("test", "secret-word", "t").toString()).doesNotContain("secret-word");
        assertThatThrownBy(() -> new ClientCredentials("test", " ", "t")).hasMessageContaining("all needed");
    }
}
