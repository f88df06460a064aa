package kz.paysandbox.emulator.core.memory;

import org.jspecify.annotations.Nullable;

/**
 * An allocation that failed on a thread or in a future that keeps its errors to itself: it is told to the thread's handler
 * of uncaught errors, which ends a process of its own.
 */
public final class FailedAllocation {

    private FailedAllocation() {}

    /** Tells of a failure where an allocation is its cause; of any other nothing is told. */
    public static void tell(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
            }
        }
    }

    /** The same work, which tells. */
    public static Runnable told(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (OutOfMemoryError error) {
                tell(error);
                throw error;
            }
        };
    }
}
