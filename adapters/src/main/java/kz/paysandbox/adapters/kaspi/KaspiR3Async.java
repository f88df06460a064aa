package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/** The calls of {@link KaspiR3} as futures. */
public final class KaspiR3Async extends KaspiAsync {
    KaspiR3Async(KaspiCalls calls) {
        super(calls);
    }

    /** {@link KaspiR3#tradePoints} as a future. */
    public CompletableFuture<List<TradePoint>> tradePoints(Bin bin) {
        return start(operations -> operations.tradePoints(Optional.of(bin)));
    }

    /** {@link KaspiR3#registerDevice} as a future. */
    public CompletableFuture<DeviceToken> registerDevice(Bin bin, String deviceId, long tradePointId) {
        return start(operations -> operations.register(Optional.of(bin), deviceId, tradePointId));
    }

    /** {@link KaspiR3#deleteDevice} as a future. */
    public CompletableFuture<Void> deleteDevice(Bin bin, DeviceToken device) {
        return start(operations -> operations.delete(Optional.of(bin), device));
    }

    /** {@link KaspiR3#createQr} as a future. */
    public CompletableFuture<MoneyAnswer<QrPayment>> createQr(Bin bin, Order order) {
        return start(operations -> operations.createQr(Optional.of(bin), order));
    }

    /** {@link KaspiR3#createLink} as a future. */
    public CompletableFuture<MoneyAnswer<LinkPayment>> createLink(Bin bin, Order order) {
        return start(operations -> operations.createLink(Optional.of(bin), order));
    }

    /** {@link KaspiR3#details} as a future. */
    public CompletableFuture<PaymentDetails> details(long paymentId, DeviceToken device) {
        return start(operations -> operations.details(paymentId, device));
    }

    /** {@link KaspiR3#refund} as a future. */
    public CompletableFuture<MoneyAnswer<Refund>> refund(Bin bin, DeviceToken device, long paymentId, Tenge amount) {
        return start(operations -> operations.refund(Optional.of(bin), device, paymentId, Optional.empty(), amount));
    }

    /** {@link KaspiR3#customerName} as a future. */
    public CompletableFuture<String> customerName(Phone phone, DeviceToken device) {
        return start(operations -> operations.customerName(phone, device));
    }

    /** {@link KaspiR3#invoice} as a future. */
    public CompletableFuture<MoneyAnswer<RemoteInvoice>> invoice(
            Bin bin, DeviceToken device, Phone phone, Tenge amount, Optional<String> comment) {
        return start(operations -> operations.invoice(bin, device, phone, amount, comment));
    }

    /** {@link KaspiR3#cancelInvoice} as a future. */
    public CompletableFuture<MoneyAnswer<Cancellation>> cancelInvoice(
            Bin bin, DeviceToken device, RemoteInvoice invoice) {
        return start(operations -> operations.cancelInvoice(bin, device, invoice.id()));
    }
}
