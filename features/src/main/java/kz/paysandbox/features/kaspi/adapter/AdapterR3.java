package kz.paysandbox.features.kaspi.adapter;

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
import kz.paysandbox.features.kaspi.driver.PurchaseDetails;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.TradePointEntry;

/** Scheme r3 through its adapter. */
final class AdapterR3 extends AdapterScheme<KaspiR3> {

    AdapterR3(KaspiR3 client) {
        super(client);
    }

    @Override
    public Answer<List<TradePointEntry>> tradePoints(String bin) {
        return KaspiAnswers.about(() -> KaspiMapping.shops(client.tradePoints(Bin.of(bin))));
    }

    @Override
    public Answer<String> register(String bin, String deviceId, long tradePoint) {
        return KaspiAnswers.about(
                () -> client.registerDevice(Bin.of(bin), deviceId, tradePoint).value());
    }

    @Override
    public Answer<Boolean> delete(String bin, String device) {
        return KaspiAnswers.nothing(() -> client.deleteDevice(Bin.of(bin), DeviceToken.of(device)));
    }

    @Override
    public Answer<Sale> qr(String bin, String device, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.createQr(Bin.of(bin), KaspiMapping.order(device, amount)))
                .map(KaspiMapping::sale);
    }

    @Override
    public Answer<Sale> link(String bin, String device, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.createLink(Bin.of(bin), KaspiMapping.order(device, amount)))
                .map(KaspiMapping::sale);
    }

    @Override
    public Answer<PurchaseDetails> details(long payment, String device) {
        return KaspiAnswers.about(() -> KaspiMapping.details(client.details(payment, DeviceToken.of(device))));
    }

    @Override
    public Answer<Boolean> refund(String bin, String device, long payment, Optional<Long> returnId, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.refund(Bin.of(bin), DeviceToken.of(device), payment, Tenge.of(amount)))
                .map(refund -> true);
    }

    @Override
    public Answer<String> clientName(String phone, String device) {
        return KaspiAnswers.about(() -> client.customerName(Phone.parse(phone), DeviceToken.of(device)));
    }

    @Override
    public Answer<Long> invoice(String bin, String device, String phone, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.invoice(
                        Bin.of(bin), DeviceToken.of(device), Phone.parse(phone), Tenge.of(amount), Optional.of("Test")))
                .map(RemoteInvoice::id);
    }

    @Override
    public Answer<String> cancel(String bin, String device, long payment) {
        return KaspiAnswers.money(
                        () -> client.cancelInvoice(Bin.of(bin), DeviceToken.of(device), new RemoteInvoice(payment)))
                .map(done -> done.status().raw());
    }
}
