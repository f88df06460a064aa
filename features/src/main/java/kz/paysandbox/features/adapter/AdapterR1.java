package kz.paysandbox.features.adapter;

import java.math.BigDecimal;
import java.util.List;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Hook;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Overview;
import kz.paysandbox.features.driver.Sale;
import kz.paysandbox.features.driver.Shop;

/** Scheme r1 through its adapter; refunds are the cashier's business there. */
record AdapterR1(KaspiR1 client) implements Kaspi {

    @Override
    public Answer<Boolean> ping() {
        return Asked.nothing(client::ping);
    }

    @Override
    public Answer<List<Shop>> tradePoints(String bin) {
        return Asked.about(() -> Readings.shops(client.tradePoints()));
    }

    @Override
    public Answer<String> register(String bin, String deviceId, long tradePoint) {
        return Asked.about(() -> client.registerDevice(deviceId, tradePoint).value());
    }

    @Override
    public Answer<Boolean> delete(String bin, String device) {
        return Asked.nothing(() -> client.deleteDevice(DeviceToken.of(device)));
    }

    @Override
    public Answer<Sale> qr(String bin, String device, BigDecimal amount) {
        return Asked.money(() -> client.createQr(Readings.order(device, amount)))
                .map(Readings::sale);
    }

    @Override
    public Answer<Sale> link(String bin, String device, BigDecimal amount) {
        return Asked.money(() -> client.createLink(Readings.order(device, amount)))
                .map(Readings::sale);
    }

    @Override
    public Answer<String> status(long payment) {
        return Asked.about(() -> client.status(payment).raw());
    }

    @Override
    public Answer<Overview> overview(long payment) {
        return Asked.about(() -> Readings.overview(client.view(payment)));
    }

    @Override
    public Answer<Boolean> play(Hook hook, long payment) {
        return Readings.play(client.testHooks(), hook, payment);
    }
}
