package kz.paysandbox.adapters.kaspi;

import kz.paysandbox.adapters.transport.Futures;

/** The customer's part on a test stand (chapter 5); a production client does not hand this out. */
public final class KaspiTestHooks {
    private final KaspiOperations operations;

    private KaspiTestHooks(KaspiOperations operations) {
        this.operations = operations;
    }

    static KaspiTestHooks of(KaspiSettings settings, KaspiOperations operations) {
        if (!settings.testHooks()) {
            throw new IllegalStateException(
                    "test/payment/* is for test stands: choose the backend emulator or test to play the customer");
        }
        return new KaspiTestHooks(operations);
    }

    /**
     * Scans the code ({@code test/payment/scan}, 5.2): created becomes Wait.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: unknown, or another state
     */
    public void scan(long paymentId) {
        play("scan", paymentId);
    }

    /**
     * Confirms ({@code test/payment/confirm}, 5.3): Wait becomes Processed.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: unknown, or another state
     */
    public void confirm(long paymentId) {
        play("confirm", paymentId);
    }

    /**
     * Fails at scanning ({@code test/payment/scanerror}, 5.4): created becomes Error.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: unknown, or another state
     */
    public void failScan(long paymentId) {
        play("scanerror", paymentId);
    }

    /**
     * Fails at confirming ({@code test/payment/confirmerror}, 5.5): Wait becomes Error.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: unknown, or another state
     */
    public void failConfirm(long paymentId) {
        play("confirmerror", paymentId);
    }

    private void play(String step, long paymentId) {
        var unused = Futures.now(operations.play(step, paymentId));
    }
}
