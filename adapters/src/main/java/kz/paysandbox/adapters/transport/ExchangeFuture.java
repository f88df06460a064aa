package kz.paysandbox.adapters.transport;

import java.util.concurrent.CompletableFuture;

/**
 * The future of an exchange. Cancelling it gives the exchange up, and that says what became of it: the future then ends
 * with a failure of the taxonomy, an unknown outcome where the request may have left.
 *
 * @param <T> what the exchange gives
 */
public final class ExchangeFuture<T> extends CompletableFuture<T> {
    private volatile Runnable giveUp = () -> {};
    private volatile boolean givenUp;

    /** What ends the present part of the exchange; done at once where the future was cancelled before. */
    public void whenCancelled(Runnable other) {
        giveUp = other;
        if (givenUp) {
            other.run();
        }
    }

    boolean givenUp() {
        return givenUp;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return false;
        }
        givenUp = true;
        giveUp.run();
        return true;
    }
}
