package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.transport.Futures;

/** The operations that r1 and r2 have in common, over HTTP. */
abstract class HttpSingleOrganisation extends HttpKaspiScheme implements SingleOrganisation {
    HttpSingleOrganisation(KaspiSettings settings, String scheme, Map<String, String> headers) {
        super(settings, scheme, headers);
    }

    @Override
    public List<TradePoint> tradePoints() {
        return Futures.now(operations.tradePoints(Optional.empty()));
    }

    @Override
    public DeviceToken registerDevice(String deviceId, long tradePointId) {
        return Futures.now(operations.register(Optional.empty(), deviceId, tradePointId));
    }

    @Override
    public void deleteDevice(DeviceToken device) {
        var unused = Futures.now(operations.delete(Optional.empty(), device));
    }

    @Override
    public MoneyAnswer<QrPayment> createQr(Order order) {
        return Futures.now(operations.createQr(Optional.empty(), order));
    }

    @Override
    public MoneyAnswer<LinkPayment> createLink(Order order) {
        return Futures.now(operations.createLink(Optional.empty(), order));
    }
}
