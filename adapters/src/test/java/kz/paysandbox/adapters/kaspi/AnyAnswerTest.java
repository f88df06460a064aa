package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Mutations;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;

/** Whatever a bank answers to whichever operation: the taxonomy or a value, and no call that moves money leaves twice. */
class AnyAnswerTest {
    private static final String GOLDEN = """
            {"StatusCode":0,"Message":"OK","Data":{"Status":"Wait","DeviceToken":"2be4cc91","QrToken":"512","QrPaymentId":15,\
            "PaymentId":15,"QrReturnId":16,"ReturnOperationId":17,"PaymentLink":"https://pay.kaspi.kz/pay/5",\
            "ExpireDate":"2023-04-24T10:34:45.958+06:00","TransactionDate":"2021-12-08T11:35:48.1566667",\
            "TotalAmount":200.00,"AvailableReturnAmount":200.00,"Amount":200,"ClientName":"A","PaymentMethods":["Gold"],\
            "LoanTerm":3,"IsOffer":false,"TransactionId":"1","StoreName":"S","QrPaymentBehaviorOptions":\
            {"StatusPollingInterval":5,"QrCodeScanWaitTimeout":180,"PaymentConfirmationTimeout":65},\
            "PaymentBehaviorOptions":{"LinkActivationWaitTimeout":180},\
            "QrReturnBehaviorOptions":{"QrCodeScanEventPollingInterval":5,"QrCodeScanWaitTimeout":180}}}""";
    private static final String ROWS = """
            {"StatusCode":0,"Data":[{"TradePointId":1,"TradePointName":"Shop","QrPaymentId":15,"Amount":200,\
            "TransactionDate":"2021-12-08T11:35:48.1566667"}]}""";
    private static final Phone PHONE = Phone.parse("87010000001");
    private static final Bin BIN = KaspiTestStand.BIN;
    private static final DeviceToken TILL = KaspiTestStand.DEVICE;
    private static final RemoteInvoice INVOICE = new RemoteInvoice(15);

    private static final List<Function<KaspiTestStand, Object>> OBJECTS = List.of(
            stand -> stand.r1.registerDevice("A", 1),
            stand -> stand.r1.createQr(KaspiTestStand.ORDER),
            stand -> stand.r2.createLink(KaspiTestStand.ORDER),
            stand -> stand.r1.status(15),
            stand -> stand.r3.view(15),
            stand -> stand.r2.details(15, TILL),
            stand -> stand.r2.createRefundQr(TILL, Optional.empty()),
            stand -> stand.r2.refundQrStatus(16),
            stand -> stand.r2.refund(TILL, 15, 16, Tenge.of(5)),
            stand -> stand.r3.refund(BIN, TILL, 15, Tenge.of(5)),
            stand -> stand.r3.customerName(PHONE, TILL),
            stand -> stand.r3.invoice(BIN, TILL, PHONE, Tenge.of(5), Optional.empty()),
            stand -> stand.r3.cancelInvoice(BIN, TILL, INVOICE));
    private static final List<Function<KaspiTestStand, Object>> LISTS =
            List.of(stand -> stand.r1.tradePoints(), stand -> stand.r2.purchases(TILL, 16, 10));

    @Test
    void any_answer_to_any_operation() {
        qt().withExamples(4000).forAll(longs().all()).check(seed -> survives(GOLDEN, OBJECTS, seed));
    }

    @Test
    void any_list() {
        qt().withExamples(1000).forAll(longs().all()).check(seed -> survives(ROWS, LISTS, seed));
    }

    private static boolean survives(String golden, List<Function<KaspiTestStand, Object>> operations, long seed) {
        KaspiTestStand stand = new KaspiTestStand();
        for (int i = 0; i < 20; i++) {
            stand.bank.answers(Mutations.of(golden, seed + i));
        }
        try {
            assertThat(operations
                            .get((int) Math.floorMod(seed, (long) operations.size()))
                            .apply(stand)
                            .toString())
                    .isNotNull();
        } catch (PaymentException inTheTaxonomy) {
            assertThat(inTheTaxonomy.getMessage()).contains("X-Request-ID");
        }
        return once(stand.bank);
    }

    private static boolean once(ScriptedBank bank) {
        return List.of(
                        "qr/create",
                        "qr/create-link",
                        "payment/return",
                        "remote/create",
                        "remote/cancel",
                        "return/create")
                .stream()
                .allMatch(path -> bank.posts(path) <= 1);
    }
}
