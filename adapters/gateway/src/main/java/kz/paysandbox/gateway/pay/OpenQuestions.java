package kz.paysandbox.gateway.pay;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The payments that this process is asking a bank about. A second reader of such a payment waits for the answer, or it
 * would tell a state that the bank has left already.
 */
final class OpenQuestions {
    private final Map<String, CountDownLatch> open = new ConcurrentHashMap<>();
    private final Duration patience;

    /**
     * Without any.
     *
     * @param patience how long a second reader waits at most, in real time
     */
    OpenQuestions(Duration patience) {
        this.patience = patience;
    }

    /**
     * Asks about a payment, unless that is being done.
     *
     * @param paymentId of ours
     * @param question what asks the bank, or finds that it may not be asked now
     * @return empty where another question about the payment was open: it has been answered by then, or the patience is
     *     over
     */
    <T> Optional<T> ask(String paymentId, Supplier<T> question) {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch before = open.putIfAbsent(paymentId, answered);
        if (before != null) {
            await(before);
            return Optional.empty();
        }
        try {
            return Optional.of(question.get());
        } finally {
            open.remove(paymentId, answered);
            answered.countDown();
        }
    }

    private void await(CountDownLatch answered) {
        try {
            answered.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
