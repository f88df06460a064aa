package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.RefundScanStatus;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.RequestOptions;

/** {@link KaspiR2} over HTTP. */
final class HttpKaspiR2 extends HttpSingleOrganisation implements KaspiR2 {
    HttpKaspiR2(KaspiSettings settings) {
        super(settings, "r2", Map.of());
    }

    @Override
    public KaspiR2 with(RequestOptions options) {
        return new HttpKaspiR2(settings.with(options));
    }

    @Override
    public KaspiR2Async async() {
        return new KaspiR2Async(calls);
    }

    @Override
    public PaymentDetails details(long paymentId, DeviceToken device) {
        return Futures.now(operations.details(paymentId, device));
    }

    @Override
    public RefundQr createRefundQr(DeviceToken device, Optional<String> externalId) {
        return Futures.now(operations.createRefundQr(device, externalId));
    }

    @Override
    public RefundScanStatus refundQrStatus(long refundQrId) {
        return Futures.now(operations.refundQrStatus(refundQrId));
    }

    @Override
    public List<Purchase> purchases(DeviceToken device, long refundQrId, int most) {
        return Futures.now(operations.purchases(device, refundQrId, most));
    }

    @Override
    public MoneyAnswer<Refund> refund(DeviceToken device, long paymentId, long refundQrId, Tenge amount) {
        return Futures.now(operations.refund(Optional.empty(), device, paymentId, Optional.of(refundQrId), amount));
    }
}
