package kz.paysandbox.adapters.kaspi;

import java.util.Map;
import java.util.function.Consumer;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.Payment;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;

/** A blocking client over HTTP: each operation is made on the calling thread. */
abstract class HttpKaspiScheme implements KaspiScheme {
    final KaspiSettings settings;
    final KaspiCalls calls;
    final KaspiOperations operations;

    HttpKaspiScheme(KaspiSettings settings, String scheme, Map<String, String> headers) {
        this.settings = settings;
        this.calls = new KaspiCalls(settings, scheme, headers);
        this.operations = new KaspiOperations(calls, Execution.BLOCKING);
    }

    @Override
    public PaymentStatus status(long paymentId) {
        return Futures.now(operations.status(paymentId));
    }

    @Override
    public PaymentView view(long paymentId) {
        return Futures.now(operations.view(paymentId));
    }

    @Override
    public void ping() {
        var unused = Futures.now(operations.ping());
    }

    @Override
    public FollowedPayment follow(Payment payment, Consumer<PaymentStatus> changes) {
        return new Follower(
                        payment,
                        () -> operations.poll(payment.id(), payment.times().pollingInterval()),
                        changes,
                        settings.background(),
                        settings.http().surroundings())
                .start();
    }

    @Override
    public KaspiTestHooks testHooks() {
        return KaspiTestHooks.of(settings, operations);
    }

    @Override
    public void close() {
        settings.background().close();
        settings.transport().close();
    }
}
