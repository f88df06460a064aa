package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.MoneyAnswer;

/** The calls of {@link KaspiR1} as futures. */
public class KaspiR1Async extends KaspiAsync {
    KaspiR1Async(KaspiCalls calls) {
        super(calls);
    }

    /** {@link SingleOrganisation#tradePoints} as a future. */
    public CompletableFuture<List<TradePoint>> tradePoints() {
        return start(operations -> operations.tradePoints(Optional.empty()));
    }

    /** {@link SingleOrganisation#registerDevice} as a future. */
    public CompletableFuture<DeviceToken> registerDevice(String deviceId, long tradePointId) {
        return start(operations -> operations.register(Optional.empty(), deviceId, tradePointId));
    }

    /** {@link SingleOrganisation#deleteDevice} as a future. */
    public CompletableFuture<Void> deleteDevice(DeviceToken device) {
        return start(operations -> operations.delete(Optional.empty(), device));
    }

    /** {@link SingleOrganisation#createQr} as a future. */
    public CompletableFuture<MoneyAnswer<QrPayment>> createQr(Order order) {
        return start(operations -> operations.createQr(Optional.empty(), order));
    }

    /** {@link SingleOrganisation#createLink} as a future. */
    public CompletableFuture<MoneyAnswer<LinkPayment>> createLink(Order order) {
        return start(operations -> operations.createLink(Optional.empty(), order));
    }
}
