package kz.paysandbox.adapters.kaspi;

import static kz.paysandbox.adapters.kaspi.KaspiTestStand.BIN;
import static kz.paysandbox.adapters.kaspi.KaspiTestStand.DEVICE;
import static kz.paysandbox.adapters.kaspi.KaspiTestStand.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.PaymentMethod;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.RefundScanStatus;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;

/** What leaves and what is understood, against the document and the captures word by word. */
class GoldenMessagesTest {
    private static final String QR_CREATED = """
            {"StatusCode":0,"Message":"OK","Data":{"QrToken":"51236903777280167836178166503744993984459",
            "ExpireDate":"2020-01-16T10:30:00+06","QrPaymentId":15,"PaymentMethods":["Gold","Red","Loan"],
            "QrPaymentBehaviorOptions":{"StatusPollingInterval":5,"QrCodeScanWaitTimeout":180,
            "PaymentConfirmationTimeout":65}}}""";

    private final KaspiTestStand stand = new KaspiTestStand();

    @Test
    void r1_qr_create_as_documented() {
        stand.bank.answers(QR_CREATED);
        QrPayment payment = stand.r1.createQr(ORDER).orThrow();
        assertThat(stand.bank.lastLine()).isEqualTo("POST https://bank.example:8545/r1/v01/qr/create");
        assertThat(stand.bank.lastBody())
                .isEqualTo("{\"DeviceToken\":\"2be4cc91-5895-48f8-8bc2-86c7bd419b3b\",\"Amount\":200.00,"
                        + "\"ExternalId\":\"15\"}");
        assertThat(stand.bank.last().headers())
                .containsEntry("Api-Key", "test_sandbox")
                .containsEntry("Content-Type", "application/json");
        assertThat(payment.id()).isEqualTo(15);
        assertThat(payment.expiresAt()).isEqualTo(Instant.parse("2020-01-16T04:30:00Z"));
        assertThat(payment.methods()).containsExactly(PaymentMethod.GOLD, PaymentMethod.RED, PaymentMethod.LOAN);
        assertThat(payment.times()).isEqualTo(PaymentTimes.DOCUMENTED);
    }

    @Test
    void r3_messages_as_captured_on_the_test_host() {
        stand.bank.answers("{\"Data\":{\"DeviceToken\":\"2be4cc91-5895-48f8-8bc2-86c7bd419b3b\"},\"StatusCode\":0}");
        assertThat(stand.r3.registerDevice(BIN, "GFC-456397", 104039)).isEqualTo(DEVICE);
        assertThat(stand.bank.lastLine()).endsWith("/r3/v01/device/register");
        assertThat(stand.bank.lastBody())
                .isEqualTo(
                        "{\"OrganizationBin\":\"180340021791\",\"DeviceId\":\"GFC-456397\",\"TradePointId\":104039}");

        stand.bank.answers("""
                {"Data":{"PaymentLink":"https://pay.kaspi.kz/pay/59124797555070531307541976950921491958401","ExpireDate":"2023-04-24T10:34:45.958+06:00","PaymentId":504720710,"PaymentMethods":["Red"],"PaymentBehaviorOptions":{"LinkActivationWaitTimeout":180,"PaymentConfirmationTimeout":65,"StatusPollingInterval":5}},"StatusCode":0}""");
        LinkPayment link = stand.r3.createLink(BIN, ORDER).orThrow();
        assertThat(stand.bank.lastBody()).startsWith("{\"OrganizationBin\":\"180340021791\",\"DeviceToken\":");
        assertThat(link.id()).isEqualTo(504720710);
        assertThat(link.link()).hasToString("https://pay.kaspi.kz/pay/59124797555070531307541976950921491958401");
        assertThat(link.expiresAt()).isEqualTo(Instant.parse("2023-04-24T04:34:45.958Z"));
    }

    @Test
    void every_call_has_its_own_request_id() {
        stand.bank.answers(QR_CREATED).answers(QR_CREATED);
        stand.r2.createQr(ORDER);
        stand.r2.createQr(ORDER);
        assertThat(stand.bank.requests()).extracting(r -> r.requestId()).doesNotHaveDuplicates();
    }

    @Test
    void trade_points_of_each_scheme() {
        String rows = """
                {"StatusCode":0,"Message":"OK","Data":[{"TradePointId":1,"TradePointName":"Магазин 1 (Ауэзова, 65)"},
                {"TradePointId":"12800627774","TradePointName":"Магазин 2","New":{}}]}""";
        stand.bank.answers(rows).answers(rows);
        assertThat(stand.r1.tradePoints())
                .containsExactly(
                        new TradePoint(1, "Магазин 1 (Ауэзова, 65)"), new TradePoint(12800627774L, "Магазин 2"));
        assertThat(stand.bank.lastLine()).isEqualTo("GET https://bank.example:8545/r1/v01/partner/tradepoints");
        stand.r3.tradePoints(BIN);
        assertThat(stand.bank.lastLine())
                .isEqualTo("GET https://bank.example:8545/r3/v01/partner/tradepoints/180340021791");
    }

    @Test
    void a_refund_with_the_customer_in_r2() {
        stand.bank.answers("""
                {"StatusCode":0,"Message":"OK","Data":{"QrToken":"512","ExpireDate":"2020-01-16T10:30:00+06",
                "QrReturnId":15,"QrReturnBehaviorOptions":{"QrCodeScanEventPollingInterval":5,"QrCodeScanWaitTimeout":180}}}""");
        RefundQr qr = stand.r2.createRefundQr(DEVICE, Optional.of("15"));
        assertThat(qr.id()).isEqualTo(15);
        assertThat(qr.scanTimeout()).isEqualTo(Duration.ofMinutes(3));

        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"CustomerIdentityObtained\"}}");
        assertThat(stand.r2.refundQrStatus(15).kind()).isEqualTo(RefundScanStatus.Kind.CUSTOMER_KNOWN);
        assertThat(stand.bank.lastLine()).endsWith("/r2/v01/return/status/15");

        stand.bank.answers("""
                {"StatusCode":0,"Message":"OK","Data":
                [{"QrPaymentId":900077110,"TransactionDate":"2021-12-08T11:35:48.1566667","Amount":1.00}]}""");
        assertThat(stand.r2.purchases(DEVICE, 15, 10))
                .containsExactly(new Purchase(900077110, Tenge.of(1), Instant.parse("2021-12-08T05:35:48.1566667Z")));
        assertThat(stand.bank.lastBody()).endsWith("\"QrReturnId\":15,\"MaxResult\":10}");

        stand.bank.answers(details("11.00")).answers("{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":15}}");
        Refund refund = stand.r2.refund(DEVICE, 501020796, 15, Tenge.of(11)).orThrow();
        assertThat(refund.operationId()).contains(15L);
        assertThat(stand.bank.lastBody()).endsWith("\"QrPaymentId\":501020796,\"QrReturnId\":15,\"Amount\":11.00}");
    }

    @Test
    void details_and_refund_without_the_customer_in_r3() {
        stand.bank.answers(details("11.00"));
        PaymentDetails details = stand.r3.details(501020796, DEVICE);
        assertThat(stand.bank.lastLine())
                .endsWith("/r3/v01/payment/details?DeviceToken=" + DEVICE.value() + "&QrPaymentId=501020796");
        assertThat(details)
                .isEqualTo(new PaymentDetails(
                        501020796, Tenge.of(11), Tenge.of(11), Instant.parse("2021-11-03T05:55:14.166Z")));

        stand.bank.answers(details("11.00")).answers("{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":15}}");
        stand.r3.refund(BIN, DEVICE, 501020796, Tenge.parse("1.50")).orThrow();
        assertThat(stand.bank.lastBody())
                .isEqualTo("{\"OrganizationBin\":\"180340021791\",\"DeviceToken\":\"" + DEVICE.value()
                        + "\",\"QrPaymentId\":501020796,\"Amount\":1.50}");
    }

    @Test
    void invoices_by_phone_in_r3() {
        stand.bank.answers("{\"StatusCode\":0,\"Message\":\"OK\",\"Data\":{\"ClientName\":\"ФИО\"}}");
        assertThat(stand.r3.customerName(Phone.parse("+7 (701) 000-00-01"), DEVICE))
                .isEqualTo("ФИО");
        assertThat(stand.bank.lastLine())
                .endsWith("client-info?DeviceToken=" + DEVICE.value() + "&PhoneNumber=87010000001");

        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15}}");
        RemoteInvoice invoice = stand.r3
                .invoice(BIN, DEVICE, Phone.parse("87010000001"), Tenge.of(1), Optional.of("Test"))
                .orThrow();
        assertThat(stand.bank.lastBody())
                .isEqualTo("{\"OrganizationBin\":\"180340021791\",\"Amount\":1.00,\"PhoneNumber\":\"87010000001\","
                        + "\"DeviceToken\":\"" + DEVICE.value() + "\",\"Comment\":\"Test\"}");

        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCanceled\"}}");
        assertThat(stand.r3
                        .cancelInvoice(BIN, DEVICE, invoice)
                        .orThrow()
                        .status()
                        .kind())
                .isEqualTo(PaymentStatus.Kind.REMOTE_CANCELED);
    }

    @Test
    void status_in_both_versions() {
        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"Wait\"}}");
        assertThat(stand.r2.status(35134863).kind()).isEqualTo(PaymentStatus.Kind.WAIT);
        assertThat(stand.bank.lastLine()).isEqualTo("GET https://bank.example:8545/r2/v01/payment/status/35134863");

        stand.bank.answers("""
                {"StatusCode":0,"Message":"OK","Data":{"Status":"Wait","TransactionId":"35134863","LoanOfferName":"Рассрочка 0-0-12","LoanTerm":12,"IsOffer":true,"ProductType":"Loan","Amount":200.00,"StoreName":"Магазин 1","Address":"Ауэзова 65","City":"Алматы"}}""");
        PaymentView view = stand.r3.view(35134863);
        assertThat(stand.bank.lastLine()).endsWith("/r3/v02/payment/status/35134863");
        assertThat(view.loanMonths()).contains(12);
        assertThat(view.amount()).contains(Tenge.of(200));
        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"QrTokenCreated\"}}");
        assertThat(stand.r1.view(1).city()).isEmpty();
    }

    @Test
    void the_rest_of_the_device_calls() {
        stand.bank.answers("{\"StatusCode\":0}").answers("{\"StatusCode\":0,\"Message\":\"OK\"}");
        stand.r3.deleteDevice(BIN, DEVICE);
        assertThat(stand.bank.lastBody())
                .isEqualTo("{\"OrganizationBin\":\"180340021791\",\"DeviceToken\":\"" + DEVICE.value() + "\"}");
        stand.r1.ping();
        assertThat(stand.bank.lastLine()).isEqualTo("GET https://bank.example:8545/r1/v01/health/ping");
    }

    @Test
    void the_customer_is_played_on_test_stands_only() {
        stand.bank.answers("{\"StatusCode\":0,\"message\":\"string\"}");
        KaspiR3.of(stand.settings.withTestHooks()).testHooks().scan(15);
        assertThat(stand.bank.lastLine()).endsWith("/r3/v01/test/payment/scan");
        assertThat(stand.bank.lastBody()).isEqualTo("{\"qrPaymentId\":\"15\"}");
        assertThatThrownBy(stand.r3::testHooks).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void futures_give_the_same_answers() throws Exception {
        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"Processed\"}}");
        assertThat(stand.r1.async().status(7).get().paid()).isTrue();
    }

    static String details(String refundable) {
        return "{\"Data\":{\"QrPaymentId\":501020796,\"TotalAmount\":11.00,\"AvailableReturnAmount\":" + refundable
                + ",\"TransactionDate\":\"2021-11-3T11:55:14.166+06:00\"},\"StatusCode\":0}";
    }
}
