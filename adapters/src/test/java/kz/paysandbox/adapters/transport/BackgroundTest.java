package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever was asked for ends: with its value, its failure, or the close. */
@Timeout(30)
class BackgroundTest {
    private final DaemonThreads threads = DaemonThreads.of("test");

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void a_call_ends_with_its_value_or_its_failure_even_an_error() {
        assertThat(threads.call(() -> "done").join()).isEqualTo("done");
        assertThatThrownBy(threads.call(() -> {
                    throw new IllegalStateException("a mistake");
                })::get)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(threads.call(() -> {
                    throw new StackOverflowError();
                })::get)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_call_after_the_close_fails() {
        threads.close();
        assertThatThrownBy(threads.call(() -> "never")::get)
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("the client is closed");
        assertThatThrownBy(threads.pause(Duration.ZERO)::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void a_pause_ends_in_time_or_with_the_close() {
        assertThat(threads.pause(Duration.ofMillis(1))).succeedsWithin(Duration.ofSeconds(20));
        CompletableFuture<Void> waiting = threads.pause(Duration.ofDays(1));
        threads.close();
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
        assertThatThrownBy(threads.pause(Duration.ZERO)::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void a_pause_ends_also_where_the_executor_refuses() {
        try (DaemonThreads full = DaemonThreads.on("full", task -> {
            throw new RejectedExecutionException("no room");
        })) {
            assertThat(full.pause(Duration.ofMillis(1))).succeedsWithin(Duration.ofSeconds(20));
        }
        try (DaemonThreads threadless = DaemonThreads.on("threadless", task -> {
            throw new OutOfMemoryError("unable to create native thread");
        })) {
            assertThat(threadless.pause(Duration.ofMillis(1))).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void cancelling_interrupts_the_call() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CompletableFuture<String> answer = threads.call(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "late";
        });
        begun.await();
        answer.cancel(true);
        interrupted.await();
    }
}
