package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a transaction of ePay is believed, and what not. */
class CardReadingsTest {
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");

    private static Payment payment(boolean held, long refunded) {
        return new Payment(
                "9b1d0000-0000-4000-8000-000000000001",
                "5",
                PaymentKind.WIDGET,
                new PaymentState(
                        ServiceStatus.PROCESSING, Optional.empty(), held, false, Optional.empty(), Optional.empty()),
                Tenge.of(750),
                Tenge.of(refunded),
                BankReference.epay("300000000001"),
                new PaymentTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PaymentTerms.CardTerms.NONE),
                PaymentDates.from(NOON, Duration.ofHours(2), Duration.ofSeconds(3)));
    }

    private static Transaction transaction(
            String word,
            String amount,
            String invoice,
            String currency,
            Optional<String> payout,
            Optional<String> ordered) {
        return new Transaction(
                "11111111-2222-3333-4444-555555555555",
                invoice,
                new BigDecimal(amount),
                payout.map(BigDecimal::new),
                ordered.map(BigDecimal::new),
                currency,
                TransactionState.of(word),
                Optional.empty(),
                Optional.empty(),
                Optional.of("484"),
                Optional.of("500000000001"),
                Optional.of("170243"),
                Optional.of("4405...5096"),
                Optional.of("card-1"),
                Optional.of(NOON));
    }

    private static Transaction transaction(String word, String amount) {
        return transaction(word, amount, "300000000001", "KZT", Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "CHARGE, 750, false, true",
        "CHARGE, 750.00, false, true",
        "CHARGE, 10, false, false",
        "CHARGE, 10, true, true",
        "CHARGE, 751, true, false",
        "CHARGE, 0, true, false",
        "AUTH, 10, true, false",
        "NEW, 10, false, false",
        "REJECT, 750, false, true",
        "REFUND, 10, true, true"
    })
    void less_is_believed_of_a_hold_alone(String word, String amount, boolean held, boolean believed) {
        assertThat(CardReadings.contradiction(payment(held, 0), transaction(word, amount))
                        .isEmpty())
                .isEqualTo(believed);
    }

    @Test
    void less_is_believed_where_the_books_show_our_amount_as_ordered() {
        Transaction less = transaction("CHARGE", "10", "300000000001", "KZT", Optional.empty(), Optional.of("750.00"));
        Transaction other = transaction("CHARGE", "10", "300000000001", "KZT", Optional.empty(), Optional.of("20"));
        assertThat(CardReadings.contradiction(payment(false, 0), less)).isEmpty();
        assertThat(CardReadings.contradiction(payment(false, 0), other)).isPresent();
    }

    @Test
    void another_order_or_currency_is_not_this_payment() {
        assertThat(CardReadings.contradiction(
                        payment(false, 0),
                        transaction("CHARGE", "750", "300000000002", "KZT", Optional.empty(), Optional.empty())))
                .contains("the bank shows the order 300000000002");
        assertThat(CardReadings.contradiction(
                        payment(false, 0),
                        transaction("CHARGE", "750", "300000000001", "USD", Optional.empty(), Optional.empty())))
                .contains("the bank shows the currency USD");
    }

    @Test
    void a_refund_of_a_part_leaves_it_completed_and_must_be_the_one_that_we_know() {
        Transaction part = transaction("REFUND", "750", "300000000001", "KZT", Optional.of("450"), Optional.empty());
        Transaction whole = transaction("REFUND", "750", "300000000001", "KZT", Optional.of("0"), Optional.empty());
        assertThat(CardReadings.reading(part).status()).contains(ServiceStatus.COMPLETED);
        assertThat(CardReadings.reading(part).money()).isTrue();
        assertThat(CardReadings.reading(part).word()).isEqualTo("REFUND");
        assertThat(CardReadings.reading(whole).status()).contains(ServiceStatus.REFUNDED);
        assertThat(CardReadings.reading(transaction("REFUND", "750")).status()).contains(ServiceStatus.REFUNDED);
        assertThat(CardReadings.contradiction(payment(false, 300), part)).isEmpty();
        assertThat(CardReadings.contradiction(payment(false, 0), part)).isPresent();
        assertThat(CardReadings.contradiction(payment(false, 0), whole)).isEmpty();
        assertThat(CardReadings.facts(part).apply(payment(false, 300)).refunded())
                .isEqualTo(Tenge.of(300));
        assertThat(CardReadings.facts(whole).apply(payment(false, 300)).refunded())
                .isEqualTo(Tenge.of(750));
    }

    @Test
    void what_it_shows_of_card_and_reason_is_kept() {
        Payment failed = payment(false, 0).in(PaymentState.NEW.to(ServiceStatus.FAILED));
        Payment after = CardReadings.facts(transaction("REJECT", "750")).apply(failed);
        assertThat(after.state().reasonCode()).contains("484");
        assertThat(after.state().failure()).contains("the bank says REJECT");
        assertThat(after.bank().card().mask()).contains("4405...5096");
        assertThat(after.bank().transactionId()).contains("11111111-2222-3333-4444-555555555555");
        assertThat(CardReadings.facts(transaction("CHARGE", "500"))
                        .apply(payment(true, 0))
                        .amount())
                .isEqualTo(Tenge.of(500));
    }
}
