package kz.paysandbox.gateway.jobs;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.pay.KaspiDemand;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.pay.RefundDemand;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.AttentionTable.Item;

/** The shop of most tests, with a till, and what it does. */
record Shop(GatewayFixture fixture) {
    static Shop at(GatewayFixture fixture) {
        fixture.till(GatewayFixture.SHOP);
        return new Shop(fixture);
    }

    Payment opened(PaymentKind kind) {
        return opened(fixture.gateway(), kind, 100);
    }

    Payment opened(Gateway node, PaymentKind kind, long tenge) {
        return ok(node.useCases()
                        .kaspi()
                        .create(
                                new KaspiDemand(
                                        GatewayFixture.SHOP,
                                        kind,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Tenge.of(tenge),
                                        kind == PaymentKind.INVOICE
                                                ? Optional.of(Phone.parse("87010000001"))
                                                : Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty()))
                .payment();
    }

    MoneyResult refunded(Payment payment, long tenge) {
        return ok(fixture.gateway()
                .useCases()
                .kaspi()
                .refund(
                        now(payment),
                        new RefundDemand(
                                Optional.of(Tenge.of(tenge)), Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty()));
    }

    Payment now(Payment payment) {
        return fixture.gateway()
                .database()
                .transaction(sql -> fixture.gateway()
                        .database()
                        .tables()
                        .payments()
                        .find(sql, payment.id())
                        .orElseThrow());
    }

    String status(Payment payment) {
        return now(payment).status().word();
    }

    void pays(Payment payment) {
        long number = payment.externalId().orElseThrow();
        if (payment.kind() == PaymentKind.INVOICE) {
            fixture.world().customer().confirm(number);
        } else {
            fixture.world().customer().pay(number);
        }
    }

    /** How often the bank was asked for a payment's state. */
    int looks() {
        return fixture.world().journal().entries("r3 payment status").size();
    }

    List<Item> attention() {
        return fixture.gateway()
                .database()
                .transaction(
                        sql -> fixture.gateway().database().tables().attention().open(sql, 100));
    }

    private static <T> T ok(Result<T> result) {
        return result.fold(value -> value, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }
}
