package kz.paysandbox.emulator.boot;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.memory.FailedAllocation;

/** An alarm by the machine's time, on one thread of its own. */
final class RealAlarm implements Alarm, AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "sandbox-alarm");
        thread.setDaemon(true);
        return thread;
    });

    RealAlarm() {
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Runnable wakeAfter(Duration delay, Runnable task) {
        if (clock.isShutdown()) {
            return () -> {};
        }
        Future<?> set = clock.schedule(FailedAllocation.told(task), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
        return () -> set.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
