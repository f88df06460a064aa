package kz.paysandbox.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankReadingTest {
    @ParameterizedTest
    @CsvSource({
        "QR, QrTokenCreated, PENDING, false",
        "INVOICE, RemotePaymentCreated, PENDING, false",
        "LINK, RemotePaymentCreated, PROCESSING, false",
        "QR, Wait, PROCESSING, false",
        "INVOICE, Wait, PROCESSING, false",
        "QR, Processed, COMPLETED, true",
        "QR, Error, FAILED, false",
        "INVOICE, RemotePaymentCanceled, CANCELLED, false"
    })
    void kaspis_words_are_read_as_the_contract_says(
            PaymentKind kind, String word, ServiceStatus status, boolean money) {
        assertThat(BankReading.of(kind, PaymentStatus.of(word)))
                .isEqualTo(new BankReading(Optional.of(status), word, false, money));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, PROCESSING, false, false",
        "3D, PROCESSING, false, false",
        "FINGERPRINT, PROCESSING, false, false",
        "AUTH, PROCESSING, true, false",
        "CHARGE, COMPLETED, false, true",
        "VERIFIED, COMPLETED, false, true",
        "REJECT, FAILED, false, false",
        "FAILED, FAILED, false, false",
        "CANCEL, CANCELLED, false, false",
        "CANCEL_OLD, CANCELLED, false, false",
        "REFUND, REFUNDED, false, true"
    })
    void halyks_words_are_read_as_the_contract_says(
            String word, ServiceStatus status, boolean authorized, boolean money) {
        assertThat(BankReading.of(TransactionState.of(word)))
                .isEqualTo(new BankReading(Optional.of(status), word, authorized, money));
    }

    @Test
    void other_words_are_kept_and_mean_nothing() {
        assertThat(BankReading.of(TransactionState.of("APPROVED")))
                .isEqualTo(new BankReading(Optional.empty(), "APPROVED", false, false));
        assertThat(BankReading.of(PaymentKind.QR, PaymentStatus.of("Новый")).status())
                .isEmpty();
    }

    @Test
    void what_was_withdrawn_or_charged_is_in_each_banks_own_word() {
        assertThat(BankReading.cancelled(PaymentKind.INVOICE))
                .isEqualTo(
                        new BankReading(Optional.of(ServiceStatus.CANCELLED), "RemotePaymentCanceled", false, false));
        assertThat(BankReading.cancelled(PaymentKind.WIDGET))
                .isEqualTo(new BankReading(Optional.of(ServiceStatus.CANCELLED), "CANCEL", false, false));
        assertThat(BankReading.charged())
                .isEqualTo(new BankReading(Optional.of(ServiceStatus.COMPLETED), "CHARGE", false, true));
    }

    @Test
    void paid_is_what_was_completed_or_refunded_since() {
        assertThat(ServiceStatus.values())
                .filteredOn(ServiceStatus::paid)
                .containsExactly(ServiceStatus.COMPLETED, ServiceStatus.REFUNDED);
    }
}
