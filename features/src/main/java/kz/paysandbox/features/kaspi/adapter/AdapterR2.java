package kz.paysandbox.features.kaspi.adapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.PurchaseDetails;

/** Scheme r2 through its adapter: r1 with refunds. */
final class AdapterR2 extends AdapterSingleOrganisation<KaspiR2> {

    AdapterR2(KaspiR2 client) {
        super(client);
    }

    @Override
    public Answer<PurchaseDetails> details(long payment, String device) {
        return KaspiAnswers.about(() -> KaspiMapping.details(client.details(payment, DeviceToken.of(device))));
    }

    @Override
    public Answer<Long> returnCode(String device) {
        return KaspiAnswers.about(() ->
                client.createRefundQr(DeviceToken.of(device), Optional.of("15")).id());
    }

    @Override
    public Answer<String> returnStatus(long returnId) {
        return KaspiAnswers.about(() -> client.refundQrStatus(returnId).raw());
    }

    @Override
    public Answer<List<Long>> purchases(String device, long returnId, int most) {
        return KaspiAnswers.about(() -> client.purchases(DeviceToken.of(device), returnId, most).stream()
                .map(Purchase::paymentId)
                .toList());
    }

    @Override
    public Answer<Boolean> refund(String bin, String device, long payment, Optional<Long> returnId, BigDecimal amount) {
        return KaspiAnswers.money(
                        () -> client.refund(DeviceToken.of(device), payment, returnId.orElse(0L), Tenge.of(amount)))
                .map(refund -> true);
    }
}
