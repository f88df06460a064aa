package kz.paysandbox.features.adapter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Details;
import kz.paysandbox.features.driver.Hook;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Overview;
import kz.paysandbox.features.driver.Sale;
import kz.paysandbox.features.driver.Shop;

/** Scheme r3 through its adapter. */
record AdapterR3(KaspiR3 client) implements Kaspi {

    @Override
    public Answer<Boolean> ping() {
        return Asked.nothing(client::ping);
    }

    @Override
    public Answer<List<Shop>> tradePoints(String bin) {
        return Asked.about(() -> Readings.shops(client.tradePoints(Bin.of(bin))));
    }

    @Override
    public Answer<String> register(String bin, String deviceId, long tradePoint) {
        return Asked.about(
                () -> client.registerDevice(Bin.of(bin), deviceId, tradePoint).value());
    }

    @Override
    public Answer<Boolean> delete(String bin, String device) {
        return Asked.nothing(() -> client.deleteDevice(Bin.of(bin), DeviceToken.of(device)));
    }

    @Override
    public Answer<Sale> qr(String bin, String device, BigDecimal amount) {
        return Asked.money(() -> client.createQr(Bin.of(bin), Readings.order(device, amount)))
                .map(Readings::sale);
    }

    @Override
    public Answer<Sale> link(String bin, String device, BigDecimal amount) {
        return Asked.money(() -> client.createLink(Bin.of(bin), Readings.order(device, amount)))
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
    public Answer<Details> details(long payment, String device) {
        return Asked.about(() -> Readings.details(client.details(payment, DeviceToken.of(device))));
    }

    @Override
    public Answer<Boolean> refund(String bin, String device, long payment, Optional<Long> returnId, BigDecimal amount) {
        return Asked.money(() -> client.refund(Bin.of(bin), DeviceToken.of(device), payment, Tenge.of(amount)))
                .map(refund -> true);
    }

    @Override
    public Answer<String> clientName(String phone, String device) {
        return Asked.about(() -> client.customerName(Phone.parse(phone), DeviceToken.of(device)));
    }

    @Override
    public Answer<Long> invoice(String bin, String device, String phone, BigDecimal amount) {
        return Asked.money(() -> client.invoice(
                        Bin.of(bin), DeviceToken.of(device), Phone.parse(phone), Tenge.of(amount), Optional.of("Test")))
                .map(RemoteInvoice::id);
    }

    @Override
    public Answer<String> cancel(String bin, String device, long payment) {
        return Asked.money(() -> client.cancelInvoice(Bin.of(bin), DeviceToken.of(device), new RemoteInvoice(payment)))
                .map(done -> done.status().raw());
    }

    @Override
    public Answer<Boolean> play(Hook hook, long payment) {
        return Readings.play(client.testHooks(), hook, payment);
    }
}
