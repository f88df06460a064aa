package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An executor that refuses, because it is closed or full or has no thread, changes no outcome. */
@Timeout(60)
class AsyncExecutionTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Executor FULL = task -> {
        throw new RejectedExecutionException("no room");
    };
    private static final Executor THREADLESS = task -> {
        throw new OutOfMemoryError("unable to create native thread");
    };

    @Test
    void a_wait_ends_as_what_was_waited_for_also_where_the_executor_refuses() {
        for (Executor executor : List.<Executor>of(Runnable::run, FULL, THREADLESS)) {
            AsyncExecution execution = new AsyncExecution(executor);
            CompletableFuture<String> source = new CompletableFuture<>();
            CompletableFuture<String> value = execution.await(source, LONG);
            CompletableFuture<String> failure = execution.await(source, Duration.ofMillis(1));
            assertThatThrownBy(() -> failure.get(50, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
            source.complete("come");
            assertThat(value.join()).isEqualTo("come");
            assertThat(execution.await(source, LONG).join()).isEqualTo("come");
        }
    }

    @Test
    void a_wait_that_is_cancelled_leaves_what_was_waited_for_as_it_is() {
        AsyncExecution execution = new AsyncExecution(FULL);
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> waiting = execution.await(source, LONG);
        execution.cancel();
        assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
        assertThat(source).isNotDone();
        assertThatThrownBy(execution.await(source, LONG)::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void an_operation_ends_also_where_the_executor_refuses() {
        for (Executor executor : List.of(FULL, THREADLESS)) {
            assertThat(Futures.start(executor, execution -> CompletableFuture.completedFuture("done"))
                            .join())
                    .isEqualTo("done");
            assertThatThrownBy(Futures.start(executor, execution -> {
                        throw new IllegalStateException("a mistake");
                    })::join)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }
}
