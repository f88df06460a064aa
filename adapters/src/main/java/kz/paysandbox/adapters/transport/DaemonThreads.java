package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The standard {@link Background}: four threads for polls, however many payments are followed, and up to 64 for calls
 * asked for as futures (beyond that the asking thread makes its call itself). Threads are started when first needed.
 */
public final class DaemonThreads implements Background {
    private static final int POLLING = 4;
    private static final int CALLING = 64;

    private final ScheduledThreadPoolExecutor polls;
    private final ThreadPoolExecutor own;

    private DaemonThreads(String name) {
        polls = new ScheduledThreadPoolExecutor(POLLING, daemons(name + "-poll"));
        polls.setRemoveOnCancelPolicy(true);
        polls.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        own = new ThreadPoolExecutor(
                0,
                CALLING,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons(name + "-call"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** Threads that begin with this name. */
    public static DaemonThreads of(String name) {
        return new DaemonThreads(name);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void after(Duration delay, Runnable task) {
        var unused = polls.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Executor executor() {
        return own;
    }

    @Override
    public void close() {
        polls.shutdownNow();
        own.shutdown();
    }
}
