package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The standard {@link Background}: one thread that keeps time, however many payments are followed, and up to 64 for what
 * is then to be done and for calls asked for as futures (beyond that the asking thread makes its call itself). Threads
 * are started when first needed and end when they have nothing to do.
 */
public final class DaemonThreads implements Background {
    private static final int CALLING = 64;

    private final ScheduledThreadPoolExecutor times;
    private final Executor calls;
    private final Runnable closing;
    private final Map<Long, CompletableFuture<Void>> pauses = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean closed;

    private DaemonThreads(String name, Executor calls, Runnable closing) {
        times = new ScheduledThreadPoolExecutor(1, daemons(name + "-time"));
        times.setRemoveOnCancelPolicy(true);
        times.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        times.setKeepAliveTime(30, TimeUnit.SECONDS);
        times.allowCoreThreadTimeOut(true);
        this.calls = calls;
        this.closing = closing;
    }

    /** Threads that begin with this name. */
    public static DaemonThreads of(String name) {
        ThreadPoolExecutor own = new ThreadPoolExecutor(
                0,
                CALLING,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons(name + "-call"),
                DaemonThreads::tooMany);
        return new DaemonThreads(name, own, own::shutdown);
    }

    /** One thread of this name that keeps time; the rest runs on the given executor, which is not closed. */
    public static DaemonThreads on(String name, Executor executor) {
        return new DaemonThreads(name, executor, () -> {});
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void tooMany(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw closed();
        }
        task.run();
    }

    private static RejectedExecutionException closed() {
        return new RejectedExecutionException("the client is closed");
    }

    @Override
    public CompletableFuture<Void> pause(Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        long number = numbers.incrementAndGet();
        pauses.put(number, over);
        var unused = over.whenComplete((nothing, failure) -> pauses.remove(number));
        if (closed) {
            over.completeExceptionally(new CancellationException("the client is closed"));
            return over;
        }
        try {
            var unusedTask = times.schedule(() -> complete(over), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            over.completeExceptionally(new CancellationException("the client is closed"));
        }
        return over;
    }

    /** Completes a pause on the executor, or on the thread that keeps time where the executor refuses. */
    private void complete(CompletableFuture<Void> over) {
        Futures.run(executor(), () -> over.complete(null));
    }

    @Override
    public Executor executor() {
        return task -> {
            if (closed) {
                throw closed();
            }
            calls.execute(task);
        };
    }

    @Override
    public void close() {
        closed = true;
        times.shutdownNow();
        pauses.values()
                .forEach(pause -> pause.completeExceptionally(new CancellationException("the client is closed")));
        closing.run();
    }
}
