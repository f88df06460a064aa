package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.ReconciliationTable.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Payment PAID = TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED);

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, DETAILS",
        "REFUNDED, DETAILS",
        "EXPIRED, STATUS",
        "PENDING, NONE",
        "PROCESSING, NONE",
        "FAILED, NONE",
        "CANCELLED, NONE"
    })
    void the_bank_is_asked_where_its_last_word_may_not_be_ours(ServiceStatus status, Comparison.Question question) {
        assertThat(Comparison.question(TestPayments.of(PaymentKind.QR, status))).isEqualTo(question);
    }

    @Test
    void what_the_bank_never_knew_is_not_asked_for() {
        Payment unknown = PAID.known(BankReference.kaspi(1, "180340021791"));
        assertThat(Comparison.question(unknown)).isEqualTo(Comparison.Question.NONE);
    }

    @Test
    void books_agree_where_both_sums_are_the_same() {
        Payment refunded = PAID.less(Tenge.of(40));
        assertThat(Comparison.of(refunded, Tenge.of(100), Tenge.of(40)).agrees())
                .isTrue();
        assertThat(Comparison.of(refunded, Tenge.of(100), Tenge.of(40)).difference())
                .isEmpty();
        assertThat(Comparison.of(refunded, Tenge.of(100), Tenge.of(50)).agrees())
                .isFalse();
        assertThat(Comparison.of(refunded, Tenge.of(90), Tenge.of(40)).agrees()).isFalse();
        assertThat(Comparison.of(refunded, Tenge.of(90), Tenge.of(50)).difference())
                .contains("our books: 100.00 tenge paid, 40.00 refunded; the bank's: 90.00 paid, 50.00 refunded");
    }

    @Test
    void what_is_not_paid_counts_nothing_with_us() {
        Payment expired = TestPayments.of(PaymentKind.QR, ServiceStatus.EXPIRED);
        assertThat(Comparison.of(expired, Tenge.ZERO, Tenge.ZERO).agrees()).isTrue();
        assertThat(Comparison.of(expired, Tenge.of(100), Tenge.ZERO).agrees()).isFalse();
        Payment all = PAID.less(Tenge.of(100));
        assertThat(Comparison.of(all, Tenge.of(100), Tenge.of(100)).agrees()).isTrue();
    }

    @Test
    void sums_add_up() {
        Sums sums = Comparison.of(PAID, Tenge.of(100), Tenge.ZERO).addedTo(Sums.NONE);
        sums = Comparison.of(PAID.less(Tenge.of(40)), Tenge.of(90), Tenge.of(50))
                .addedTo(sums);
        assertThat(sums).isEqualTo(new Sums(2, Tenge.of(200), Tenge.of(40), Tenge.of(190), Tenge.of(50), 1));
    }
}
