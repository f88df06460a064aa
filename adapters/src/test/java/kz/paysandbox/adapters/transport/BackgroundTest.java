package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pause ends in its time or with the close, and nothing begins after the close. */
@Timeout(30)
class BackgroundTest {
    private final DaemonThreads threads = DaemonThreads.of("test");

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void after_the_close_nothing_is_begun() {
        threads.close();
        assertThatThrownBy(() -> threads.executor().execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("the client is closed");
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
}
