package kz.paysandbox.features.kaspi.adapter;

import java.math.BigDecimal;
import java.util.List;
import kz.paysandbox.adapters.kaspi.SingleOrganisation;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.TradePointEntry;

/** A scheme whose key or certificate is one organisation's, through its adapter: r1, and what r2 shares with it. */
class AdapterSingleOrganisation<C extends SingleOrganisation> extends AdapterScheme<C> {

    AdapterSingleOrganisation(C client) {
        super(client);
    }

    @Override
    public Answer<List<TradePointEntry>> tradePoints(String bin) {
        return KaspiAnswers.about(() -> KaspiMapping.shops(client.tradePoints()));
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
        return KaspiAnswers.money(() -> client.createQr(KaspiMapping.order(device, amount)))
                .map(KaspiMapping::sale);
    }

    @Override
    public Answer<Sale> link(String bin, String device, BigDecimal amount) {
        return KaspiAnswers.money(() -> client.createLink(KaspiMapping.order(device, amount)))
                .map(KaspiMapping::sale);
    }
}
