package kz.paysandbox.emulator.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailedAllocationTest {

    private final List<Throwable> told = new ArrayList<>();

    @Test
    void it_is_told_to_the_threads_handler_wherever_it_stands_among_the_causes() throws InterruptedException {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");

        on(() -> FailedAllocation.tell(new CompletionException(new IllegalStateException(error))));

        assertThat(told).containsExactly(error);
    }

    @Test
    void other_failures_and_none_are_told_to_nobody() throws InterruptedException {
        on(() -> FailedAllocation.tell(new IllegalStateException(new StackOverflowError())));
        on(() -> FailedAllocation.tell(null));
        on(FailedAllocation.told(() -> {}));

        assertThat(told).isEmpty();
    }

    @Test
    void work_that_tells_fails_as_before() throws InterruptedException {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");

        on(() -> assertThatThrownBy(() -> FailedAllocation.told(() -> {
                            throw error;
                        })
                        .run())
                .isSameAs(error));

        assertThat(told).containsExactly(error);
    }

    private void on(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((on, failure) -> told.add(failure));
        thread.start();
        thread.join();
    }
}
