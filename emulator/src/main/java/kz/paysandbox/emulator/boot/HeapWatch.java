package kz.paysandbox.emulator.boot;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.management.NotificationEmitter;
import kz.paysandbox.emulator.core.memory.Heap;

/**
 * A watch on what the JVM has left of the heap after collections. Made at start, when there is enough left for it.
 */
final class HeapWatch implements Heap {

    /** Usage of the pool of long-lived objects. */
    private static final double FULL = 0.90;

    private static final int LATER_SECONDS = 1;

    private static final long BETWEEN_COLLECTIONS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Consumer<OutOfMemoryError> end;
    private final AtomicLong collected = new AtomicLong(System.nanoTime() - BETWEEN_COLLECTIONS_NANOS);
    private volatile Optional<MemoryPoolMXBean> old = Optional.empty();
    private volatile boolean suspected;

    private HeapWatch(Consumer<OutOfMemoryError> end) {
        this.end = end;
    }

    /**
     * Watches this JVM's heap; where its collector has no figures, nothing is ever full. It begins a second later: the
     * JVM's management takes a while to load, and the start needs the processor.
     *
     * @param end what an allocation that failed leads to
     */
    static HeapWatch ofThisProcess(Consumer<OutOfMemoryError> end) {
        HeapWatch watch = new HeapWatch(end);
        CompletableFuture.delayedExecutor(LATER_SECONDS, TimeUnit.SECONDS).execute(watch::begin);
        return watch;
    }

    private void begin() {
        old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .filter(pool ->
                        pool.isUsageThresholdSupported() && pool.getUsage().getMax() > 0)
                .findFirst();
        old.ifPresent(pool -> {
            pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * FULL));
            if (ManagementFactory.getMemoryMXBean() instanceof NotificationEmitter memory) {
                memory.addNotificationListener((told, nothing) -> suspected = true, null, null);
            }
        });
    }

    @Override
    public boolean isFull() {
        return suspected && isStillFull();
    }

    /** Asks again after the flag is cleared, so that a notification in between is not lost. */
    private boolean isStillFull() {
        if (exceeded() && !isMendedByCollecting()) {
            return true;
        }
        suspected = false;
        suspected = exceeded();
        return suspected;
    }

    /** What was given up since, as by a reset, is counted with the next collection only; so there is one now and then. */
    private boolean isMendedByCollecting() {
        long now = System.nanoTime();
        long before = collected.get();
        if (now - before < BETWEEN_COLLECTIONS_NANOS || !collected.compareAndSet(before, now)) {
            return false;
        }
        System.gc();
        return !exceeded();
    }

    private boolean exceeded() {
        return old.filter(MemoryPoolMXBean::isCollectionUsageThresholdExceeded).isPresent();
    }

    @Override
    public void exhausted(OutOfMemoryError error) {
        end.accept(error);
    }
}
