package kz.paysandbox.features.kaspi.adapter;

import java.math.BigDecimal;
import java.util.List;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.Hook;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.Overview;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.Shop;

/** Scheme r1 through its adapter; refunds are the cashier's business there. */
record AdapterR1(KaspiR1 client) implements Kaspi {

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
    public Answer<Boolean> play(Hook hook, long payment) {
        return KaspiReadings.play(client.testHooks(), hook, payment);
    }
}
