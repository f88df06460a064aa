package kz.paysandbox.emulator.relay;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of relayed connections, two of each, and no more than so many connections at a time. */
final class RelayThreads {

    private static final long IDLE_SECONDS = 10;
    private static final long STACK_BYTES = 512 * 1024;

    private final ThreadPoolExecutor threads;
    private final AtomicInteger connections = new AtomicInteger();
    private final int most;

    RelayThreads(int most) {
        this.most = most;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, 2 * most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "sandbox-relay-" + number.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Runs a connection's task; false where there are too many, or no thread is to be had. */
    boolean begin(Runnable connection) {
        if (connections.incrementAndGet() > most) {
            connections.decrementAndGet();
            return false;
        }
        try {
            threads.execute(() -> {
                try {
                    connection.run();
                } finally {
                    connections.decrementAndGet();
                }
            });
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError none) {
            connections.decrementAndGet();
            return false;
        }
    }

    /** The second thread of a connection. */
    void second(Runnable task) {
        threads.execute(task);
    }

    void end() {
        threads.shutdownNow();
    }
}
