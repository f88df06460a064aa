package kz.paysandbox.features.kaspi.adapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.Details;
import kz.paysandbox.features.kaspi.driver.Hook;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.Overview;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.Shop;

/** Scheme r2 through its adapter. */
record AdapterR2(KaspiR2 client) implements Kaspi {

    @Override
    public Answer<Boolean> ping() {
        return KaspiAnswers.nothing(client::ping);
    }

    @Override
    public Answer<List<Shop>> tradePoints(String bin) {
        return KaspiAnswers.about(() -> KaspiReadings.shops(client.tradePoints()));
    }

    @Override
    public Answer<String> register(String bin, String deviceId, long tradePoint) {
        return KaspiAnswers.about(
                () -> client.registerDevice(deviceId, tradePoint).value());
    }

    @Override
    public Answer<Boolean> delete(String bin, String device) {
        return KaspiAnswers.nothing(() -> client.deleteDevice(DeviceToken.of(device)));
    }

    @Override
    public Answer<Sale> qr(String bin, String device, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.createQr(KaspiReadings.order(device, amount)))
                .map(KaspiReadings::sale);
    }

    @Override
    public Answer<Sale> link(String bin, String device, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.createLink(KaspiReadings.order(device, amount)))
                .map(KaspiReadings::sale);
    }

    @Override
    public Answer<String> status(long payment) {
        return KaspiAnswers.about(() -> client.status(payment).raw());
    }

    @Override
    public Answer<Overview> overview(long payment) {
        return KaspiAnswers.about(() -> KaspiReadings.overview(client.view(payment)));
    }

    @Override
    public Answer<Details> details(long payment, String device) {
        return KaspiAnswers.about(() -> KaspiReadings.details(client.details(payment, DeviceToken.of(device))));
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

    @Override
    public Answer<Boolean> play(Hook hook, long payment) {
        return KaspiReadings.play(client.testHooks(), hook, payment);
    }
}
