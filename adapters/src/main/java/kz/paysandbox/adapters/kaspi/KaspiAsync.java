package kz.paysandbox.adapters.kaspi;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;
import kz.paysandbox.adapters.transport.Futures;

/**
 * The calls of every scheme's client as futures. A call holds no thread while it waits; its future completes where
 * {@link KaspiSettings#background} executes. Wrong arguments are in the future too. Cancelling it gives the request
 * up: what has not left is not sent, and of what may have left the listener is told that the outcome is unknown. The
 * cancelled future itself says neither: give a call that moves money a deadline, and do not cancel it.
 */
public abstract class KaspiAsync {
    private final KaspiCalls calls;

    KaspiAsync(KaspiCalls calls) {
        this.calls = calls;
    }

    <T> CompletableFuture<T> start(Function<KaspiOperations, CompletableFuture<T>> operation) {
        return Futures.start(
                calls.settings().background().executor(),
                execution -> operation.apply(new KaspiOperations(calls, execution)));
    }

    /** {@link KaspiScheme#status} as a future. */
    public CompletableFuture<PaymentStatus> status(long paymentId) {
        return start(operations -> operations.status(paymentId));
    }

    /** {@link KaspiScheme#view} as a future. */
    public CompletableFuture<PaymentView> view(long paymentId) {
        return start(operations -> operations.view(paymentId));
    }

    /** {@link KaspiScheme#ping} as a future. */
    public CompletableFuture<Void> ping() {
        return start(operations -> operations.ping());
    }
}
