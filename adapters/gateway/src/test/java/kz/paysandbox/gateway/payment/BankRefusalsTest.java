package kz.paysandbox.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.NotCarriedOut;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.error.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankRefusalsTest {
    private static final String REQUEST = "a-request";

    @ParameterizedTest
    @CsvSource({
        "-999, BANK_UNAVAILABLE, 503",
        "-10000, BANK_REFUSES_GATEWAY, 502",
        "-1401, BIN_NOT_REGISTERED, 422",
        "-1404, INVALID_REQUEST, 400",
        "990000028, INVALID_REQUEST, 400",
        "-1501, DEVICE_NOT_FOUND, 409",
        "-1502, DEVICE_NOT_FOUND, 409",
        "-1503, DEVICE_NOT_FOUND, 409",
        "-1601, PAYMENT_NOT_FOUND, 404",
        "-99000001, PAYMENT_NOT_FOUND, 404",
        "-14000002, NO_TRADE_POINTS, 422",
        "-99000002, TRADE_POINT_INACTIVE, 409",
        "990000018, TRADE_POINT_INACTIVE, 409",
        "990000026, TRADE_POINT_INACTIVE, 409",
        "990000033, TRADE_POINT_INACTIVE, 409",
        "-99000003, OTHER_TRADE_POINT, 422",
        "-99000005, REFUND_TOO_LARGE, 422",
        "-99000006, BANK_REFUND_FAILED, 502",
        "-99000011, NOT_REFUNDABLE, 409",
        "-99000020, PARTIAL_REFUND_IMPOSSIBLE, 422",
        "99000010, CUSTOMER_NOT_INVOICEABLE, 422",
        "990000029, CUSTOMER_NOT_INVOICEABLE, 422",
        "990000032, CUSTOMER_NOT_INVOICEABLE, 422",
        "990000031, TOO_MANY_REQUESTS, 429",
        "-7, BANK_REFUSED, 502"
    })
    void each_code_of_kaspi_has_its_word(long bankCode, RefusalCode code, int httpStatus) {
        Refusal refusal = BankRefusals.kaspi(Rejected.of(REQUEST, bankCode, "the bank's words"));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.code().httpStatus()).isEqualTo(httpStatus);
        assertThat(refusal.bankCode()).contains(bankCode);
        assertThat(refusal.detail()).isEqualTo("the bank refused with code " + bankCode + ": the bank's words");
    }

    @ParameterizedTest
    @CsvSource({
        "100, INVALID_TRANSITION",
        "103, BANK_UNAVAILABLE",
        "107, BANK_UNAVAILABLE",
        "104, EPAY_CREDENTIALS",
        "106, EPAY_CREDENTIALS",
        "109, EPAY_CREDENTIALS",
        "484, CARD_DECLINED"
    })
    void each_code_of_halyk_has_its_word(long bankCode, RefusalCode code) {
        Refusal refusal = BankRefusals.epay(Rejected.of(REQUEST, bankCode, ""));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.detail()).isEqualTo("the bank refused with code " + bankCode);
    }

    private static RefusalCode code(PaymentException failure) {
        assertThat(BankRefusals.kaspi(failure).bankCode()).isEmpty();
        return BankRefusals.kaspi(failure).code();
    }

    @Test
    void each_other_failure_has_its_word() {
        Exception cause = new IllegalStateException();
        assertThat(code(ConnectionFailed.passing(REQUEST, "refused", cause))).isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        assertThat(code(OutcomeUnknown.lost(REQUEST, "lost", cause))).isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        assertThat(code(ProtocolViolation.refused(REQUEST, "HTML"))).isEqualTo(RefusalCode.BANK_PROTOCOL);
        assertThat(code(AuthenticationFailed.of(REQUEST, "no certificate")))
                .isEqualTo(RefusalCode.BANK_REFUSES_GATEWAY);
        assertThat(code(NotSent.forNow(REQUEST, "held back"))).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS);
        Refusal limited = BankRefusals.epay(RateLimited.of(REQUEST, Duration.ofSeconds(7)));
        assertThat(limited.code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
        assertThat(limited.detail()).isEqualTo("the bank asks to wait");
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void a_proof_of_the_books_keeps_the_banks_code() {
        PaymentException lost = OutcomeUnknown.lost(REQUEST, "lost", null);
        assertThat(code(NotCarriedOut.proved(lost, "the books"))).isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        Refusal refusal =
                BankRefusals.kaspi(NotCarriedOut.proved(Rejected.unexplained(REQUEST, 990000029, ""), "the books"));
        assertThat(refusal.code()).isEqualTo(RefusalCode.CUSTOMER_NOT_INVOICEABLE);
        assertThat(refusal.bankCode()).isEqualTo(Optional.of(990000029L));
    }

    @Test
    void an_operation_of_epay_is_refused_by_its_own_words() {
        assertThat(BankRefusals.epayOperation(Rejected.of(REQUEST, 3141, "")).code())
                .isEqualTo(RefusalCode.BANK_REFUND_FAILED);
        assertThat(BankRefusals.epayOperation(Rejected.of(REQUEST, 484, "")).code())
                .isEqualTo(RefusalCode.BANK_REFUSED);
        assertThat(BankRefusals.epayOperation(Rejected.of(REQUEST, 100, "")).code())
                .isEqualTo(RefusalCode.INVALID_TRANSITION);
        assertThat(BankRefusals.epay(AuthenticationFailed.of(REQUEST, "no")).code())
                .isEqualTo(RefusalCode.EPAY_CREDENTIALS);
        assertThat(BankRefusals.kaspi(RateLimited.of(REQUEST)).code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
    }
}
