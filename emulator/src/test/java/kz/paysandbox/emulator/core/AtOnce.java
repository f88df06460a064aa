package kz.paysandbox.emulator.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Calls made at the same moment by several threads. */
public final class AtOnce {

    private static final int PATIENCE_SECONDS = 30;

    private AtOnce() {}

    /** What {@code count} calls return that begin together; each gets its number, from 0. */
    public static <T> List<T> call(int count, IntFunction<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier start = new CyclicBarrier(count);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int own = number;
                begun.add(threads.submit(() -> {
                    await(start);
                    return call.apply(own);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : begun) {
                results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException nobodyElse) {
            throw new AssertionError(nobodyElse);
        }
    }
}
