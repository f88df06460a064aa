package kz.paysandbox.adapters.kaspi;

import static kz.paysandbox.adapters.kaspi.KaspiTestStand.BIN;
import static kz.paysandbox.adapters.kaspi.KaspiTestStand.DEVICE;
import static kz.paysandbox.adapters.kaspi.KaspiTestStand.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.kaspi.payment.KaspiCode;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three answers about money, and every way in which an answer can be none. */
class KaspiAnswersTest {
    private final KaspiTestStand stand = new KaspiTestStand();

    @Test
    void no_refund_is_sent_when_the_purchase_cannot_be_read() {
        stand.bank.answers("{\"StatusCode\":-1601,\"Message\":\"Покупка не найдена\"}");
        MoneyAnswer<Refund> answer = stand.r3.refund(BIN, DEVICE, 1, Tenge.of(5));
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(stand.bank.requests()).hasSize(1);
        assertThatThrownBy(() -> stand.r3.refund(BIN, DEVICE, 1, Tenge.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_refused_refund_keeps_the_banks_code() {
        stand.bank
                .answers(GoldenMessagesTest.details("1.00"))
                .answers("{\"StatusCode\":-99000005,\"Message\":\"Сумма\"}");
        MoneyAnswer<Refund> answer = stand.r3.refund(BIN, DEVICE, 501020796, Tenge.of(5));
        assertThatThrownBy(answer::orThrow).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(KaspiCode.of(e.code())).isEqualTo(KaspiCode.REFUND_TOO_LARGE);
            assertThat(e.bankMessage()).isEqualTo("Сумма");
        });
    }

    @Test
    void lost_creates_are_unknown_and_say_what_to_do() {
        stand.bank.losesTheAnswer();
        MoneyAnswer<QrPayment> qr = stand.r1.createQr(ORDER);
        assertThat(qr.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(KaspiTestStand.finding(qr)).contains("expires unpaid").contains("a new one may be made");
        stand.bank.losesTheAnswer();
        MoneyAnswer<RemoteInvoice> invoice =
                stand.r3.invoice(BIN, DEVICE, Phone.parse("87010000001"), Tenge.of(5), Optional.empty());
        assertThat(KaspiTestStand.finding(invoice)).contains("24 hours").contains("before making another");
        assertThat(stand.bank.requests()).hasSize(2);
    }

    @Test
    void a_lost_cancellation_is_looked_up_once() {
        stand.bank.losesTheAnswer().answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCanceled\"}}");
        assertThat(stand.r3.cancelInvoice(BIN, DEVICE, new RemoteInvoice(15)).settlement())
                .isEqualTo(Settlement.APPLIED);
        stand.bank.losesTheAnswer().answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"Processed\"}}");
        assertThat(stand.r3.cancelInvoice(BIN, DEVICE, new RemoteInvoice(15)).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        stand.bank.losesTheAnswer().answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCreated\"}}");
        assertThat(stand.r3.cancelInvoice(BIN, DEVICE, new RemoteInvoice(15)).settlement())
                .isEqualTo(Settlement.UNKNOWN);
        assertThat(stand.bank.requests()).hasSize(6);
    }

    @Test
    void reads_are_repeated_after_minus_999() {
        stand.bank.answers("{\"StatusCode\":-999}").answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"Error\"}}");
        assertThat(stand.r1.status(1).kind()).isEqualTo(PaymentStatus.Kind.ERROR);
    }

    @Test
    void no_certificate_is_an_authentication_failure() {
        stand.bank.answers("{\"StatusCode\":-10000,\"Message\":\"Отсутствует сертификат клиента\"}");
        assertThatThrownBy(stand.r2::tradePoints).isInstanceOf(AuthenticationFailed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"StatusCode\":-999}'",
        "200, '{\"StatusCode\":-1401}'",
        "200, '{\"StatusCode\":-1404}'",
        "200, '{\"StatusCode\":99000010}'",
        "200, '{\"StatusCode\":990000032}'",
        "200, '{\"StatusCode\":-770077}'",
        "200, '{\"StatusCode\":0.9}'",
        "202, '{\"StatusCode\":0}'",
        "400, '{\"StatusCode\":0}'",
        "400, '{\"StatusCode\":-400,\"Message\":\"Amount\"}'",
        "400, '<html>'",
        "408, ''",
        "408, '{\"StatusCode\":-1501}'",
        "409, ''",
        "500, '{\"StatusCode\":-1501}'"
    })
    void what_no_document_explains_as_a_refusal_proves_nothing(int http, String body) {
        stand.bank.answers(http, body);
        assertThat(stand.r1.createQr(ORDER).settlement()).isEqualTo(Settlement.UNKNOWN);
        stand.bank.answers(http, body);
        assertThat(stand.r3
                        .invoice(BIN, DEVICE, Phone.parse("87010000001"), Tenge.of(5), Optional.empty())
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"StatusCode\":-1501}'",
        "200, '{\"StatusCode\":-10000}'",
        "200, '{\"StatusCode\":-99000002}'",
        "400, '{\"StatusCode\":990000028}'",
        "404, '<html>not found</html>'",
        "403, ''",
        "429, ''"
    })
    void what_the_document_explains_as_a_refusal_is_not_applied(int http, String body) {
        stand.bank.answers(http, body);
        assertThat(stand.r1.createQr(ORDER).settlement()).isEqualTo(Settlement.NOT_APPLIED);
    }

    @Test
    void a_cancellation_that_answers_another_state_is_looked_up() {
        stand.bank
                .answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCreated\"}}")
                .answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCanceled\"}}");
        assertThat(stand.r3.cancelInvoice(BIN, DEVICE, new RemoteInvoice(15)).settlement())
                .isEqualTo(Settlement.APPLIED);
    }

    @Test
    void the_table_of_codes_has_the_documents_words_beside_each_proof() {
        assertThat(KaspiCode.values())
                .allSatisfy(code -> assertThat(code.refuses() && code.words().isEmpty())
                        .as("%s", code)
                        .isFalse());
        assertThat(KaspiCode.UNAVAILABLE.refuses()).isFalse();
        assertThat(KaspiCode.of(-1501).words()).isEqualTo("Устройство с заданным идентификатором не найдено");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html><body>proxy</body></html>",
                "{",
                "{}",
                "{\"StatusCode\":\"x\"}",
                "{\"StatusCode\":0}",
                "{\"StatusCode\":0,\"Data\":null}",
                "{\"StatusCode\":0,\"Data\":[]}",
                "{\"StatusCode\":0,\"Data\":{}}",
                "{\"StatusCode\":0,\"Data\":\"text\"}",
                "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":\"abc\"}}",
                "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":1,\"QrToken\":\"5\",\"ExpireDate\":\"tomorrow\"}}",
                "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":99999999999999999999}}",
                "{\"StatusCode\":99999999999999999999999}",
                "{\"StatusCode\":0} trailing"
            })
    void what_is_no_answer_is_a_violation_and_may_be_applied(String body) {
        stand.bank.answers(body);
        MoneyAnswer<QrPayment> answer = stand.r1.createQr(ORDER);
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThatThrownBy(answer::orThrow)
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("X-Request-ID request-");
    }

    @Test
    void rows_that_are_none_are_violations() {
        stand.bank.answers("{\"StatusCode\":0,\"Data\":[null]}");
        assertThatThrownBy(stand.r1::tradePoints).isInstanceOf(ProtocolViolation.class);
        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"DeviceToken\":\"\"}}");
        assertThatThrownBy(() -> stand.r1.registerDevice("till", 1)).isInstanceOf(PaymentException.class);
    }

    @Test
    void secrets_are_in_no_text() {
        stand.bank.answers("{\"StatusCode\":-1501}");
        assertThatThrownBy(() -> stand.r3.customerName(Phone.parse("87010000001"), DEVICE))
                .message()
                .doesNotContain("87010000001")
                .doesNotContain(DEVICE.value());
        assertThat(ORDER.toString()).doesNotContain(DEVICE.value());
        assertThat(ApiKey.of("test_sandbox").toString()).doesNotContain("test_sandbox");
        assertThat(Phone.parse("87010000001").toString()).doesNotContain("0001");
    }
}
