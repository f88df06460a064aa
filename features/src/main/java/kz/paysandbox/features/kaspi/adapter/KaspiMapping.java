package kz.paysandbox.features.kaspi.adapter;

import java.math.BigDecimal;
import java.util.List;
import kz.paysandbox.adapters.kaspi.KaspiTestHooks;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.PaymentMethod;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.ExtendedStatus;
import kz.paysandbox.features.kaspi.driver.PurchaseDetails;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.TestHook;
import kz.paysandbox.features.kaspi.driver.TradePointEntry;

/** Between the adapters' words and the scenarios'. */
final class KaspiMapping {

    private KaspiMapping() {}

    static List<TradePointEntry> shops(List<TradePoint> points) {
        return points.stream()
                .map(point -> new TradePointEntry(point.id(), point.name()))
                .toList();
    }

    static Order order(String device, BigDecimal amount) {
        return Order.of(DeviceToken.of(device), Tenge.of(amount), "15");
    }

    static Sale sale(QrPayment payment) {
        return sale(
                payment.id(), payment.qrToken(), payment.expiresAt().toString(), payment.methods(), payment.times());
    }

    static Sale sale(LinkPayment payment) {
        return sale(
                payment.id(),
                payment.link().toString(),
                payment.expiresAt().toString(),
                payment.methods(),
                payment.times());
    }

    static ExtendedStatus overview(PaymentView view) {
        return new ExtendedStatus(
                view.status().raw(),
                view.amount().map(Tenge::amount).orElse(BigDecimal.ZERO),
                view.store().orElse(""));
    }

    static PurchaseDetails details(PaymentDetails details) {
        return new PurchaseDetails(
                details.paymentId(),
                details.total().amount(),
                details.refundable().amount());
    }

    static Answer<Boolean> play(KaspiTestHooks hooks, TestHook hook, long payment) {
        return KaspiAnswers.nothing(() -> {
            switch (hook) {
                case SCAN -> hooks.scan(payment);
                case CONFIRM -> hooks.confirm(payment);
                case SCANERROR -> hooks.failScan(payment);
                case CONFIRMERROR -> hooks.failConfirm(payment);
            }
        });
    }

    private static Sale sale(long id, String token, String expires, List<PaymentMethod> methods, PaymentTimes times) {
        return new Sale(
                id,
                token,
                expires,
                methods.stream().map(PaymentMethod::value).toList(),
                times.scanTimeout().toSeconds(),
                times.confirmationTimeout().toSeconds(),
                times.pollingInterval().toSeconds());
    }
}
