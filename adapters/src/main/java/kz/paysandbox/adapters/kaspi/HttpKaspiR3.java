package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.RequestOptions;

/** {@link KaspiR3} over HTTP. */
final class HttpKaspiR3 extends HttpKaspiScheme implements KaspiR3 {
    HttpKaspiR3(KaspiSettings settings) {
        super(settings, "r3", Map.of());
    }

    @Override
    public KaspiR3 with(RequestOptions options) {
        return new HttpKaspiR3(settings.with(options));
    }

    @Override
    public KaspiR3Async async() {
        return new KaspiR3Async(calls);
    }

    @Override
    public List<TradePoint> tradePoints(Bin bin) {
        return Futures.now(operations.tradePoints(Optional.of(bin)));
    }

    @Override
    public DeviceToken registerDevice(Bin bin, String deviceId, long tradePointId) {
        return Futures.now(operations.register(Optional.of(bin), deviceId, tradePointId));
    }

    @Override
    public void deleteDevice(Bin bin, DeviceToken device) {
        var unused = Futures.now(operations.delete(Optional.of(bin), device));
    }

    @Override
    public MoneyAnswer<QrPayment> createQr(Bin bin, Order order) {
        return Futures.now(operations.createQr(Optional.of(bin), order));
    }

    @Override
    public MoneyAnswer<LinkPayment> createLink(Bin bin, Order order) {
        return Futures.now(operations.createLink(Optional.of(bin), order));
    }

    @Override
    public PaymentDetails details(long paymentId, DeviceToken device) {
        return Futures.now(operations.details(paymentId, device));
    }

    @Override
    public MoneyAnswer<Refund> refund(Bin bin, DeviceToken device, long paymentId, Tenge amount) {
        return Futures.now(operations.refund(Optional.of(bin), device, paymentId, Optional.empty(), amount));
    }

    @Override
    public String customerName(Phone phone, DeviceToken device) {
        return Futures.now(operations.customerName(phone, device));
    }

    @Override
    public MoneyAnswer<RemoteInvoice> invoice(
            Bin bin, DeviceToken device, Phone phone, Tenge amount, Optional<String> comment) {
        return Futures.now(operations.invoice(bin, device, phone, amount, comment));
    }

    @Override
    public MoneyAnswer<Cancellation> cancelInvoice(Bin bin, DeviceToken device, RemoteInvoice invoice) {
        return Futures.now(operations.cancelInvoice(bin, device, invoice.id()));
    }
}
