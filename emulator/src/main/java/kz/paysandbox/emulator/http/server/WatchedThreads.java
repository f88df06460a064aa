package kz.paysandbox.emulator.http.server;

import kz.paysandbox.emulator.core.memory.Heap;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server's threads; an allocation that failed in one of them is heard of, whatever library would have it ignored. */
final class WatchedThreads extends QueuedThreadPool {

    private final Heap heap;

    WatchedThreads(int most, int least, Heap heap) {
        super(most, least);
        this.heap = heap;
    }

    @Override
    protected void runJob(Runnable job) {
        try {
            job.run();
        } catch (OutOfMemoryError error) {
            heap.exhausted(error);
            throw error;
        }
    }
}
