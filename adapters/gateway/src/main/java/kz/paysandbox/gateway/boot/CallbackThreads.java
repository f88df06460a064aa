package kz.paysandbox.gateway.boot;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that try callbacks as soon as they are stored. What does not fit into their queue is left to the job. */
final class CallbackThreads implements Executor, AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING = 1000;
    private static final int IDLE_SECONDS = 60;
    private static final long STOP_SECONDS = 35;

    private final ThreadPoolExecutor pool;

    CallbackThreads() {
        this.pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "gateway-callback");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Drops what waits, and lets what is under way end. */
    @Override
    public void close() {
        pool.shutdown();
        pool.getQueue().clear();
        try {
            pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
