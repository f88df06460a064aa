package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.RefundScanStatus;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/** The calls of {@link KaspiR2} as futures. */
public final class KaspiR2Async extends KaspiR1Async {
    KaspiR2Async(KaspiCalls calls) {
        super(calls);
    }

    /** {@link KaspiR2#details} as a future. */
    public CompletableFuture<PaymentDetails> details(long paymentId, DeviceToken device) {
        return start(operations -> operations.details(paymentId, device));
    }

    /** {@link KaspiR2#createRefundQr} as a future. */
    public CompletableFuture<RefundQr> createRefundQr(DeviceToken device, Optional<String> externalId) {
        return start(operations -> operations.createRefundQr(device, externalId));
    }

    /** {@link KaspiR2#refundQrStatus} as a future. */
    public CompletableFuture<RefundScanStatus> refundQrStatus(long refundQrId) {
        return start(operations -> operations.refundQrStatus(refundQrId));
    }

    /** {@link KaspiR2#purchases} as a future. */
    public CompletableFuture<List<Purchase>> purchases(DeviceToken device, long refundQrId, int most) {
        return start(operations -> operations.purchases(device, refundQrId, most));
    }

    /** {@link KaspiR2#refund} as a future. */
    public CompletableFuture<MoneyAnswer<Refund>> refund(
            DeviceToken device, long paymentId, long refundQrId, Tenge amount) {
        return start(
                operations -> operations.refund(Optional.empty(), device, paymentId, Optional.of(refundQrId), amount));
    }
}
