package kz.paysandbox.emulator.kaspi.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;

/** The count of calls of one key within the last minute of the world's time; bounded in keys and in calls. */
final class CallRate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;
    private static final int DEQUE_BYTES = 200;
    private static final int CALL_BYTES = 32;

    /** Who sets a higher limit of calls does so for a few devices. */
    private static final int MANY = 100;

    private final int most;
    private final LruCache<String, Deque<Instant>> calls;

    /**
     * @param most calls allowed in any minute
     */
    CallRate(int most, WorldMemory memory) {
        this.most = most;
        this.calls =
                new LruCache<>(MOST_KEYS, memory, MemoryKind.RULES, DEQUE_BYTES + CALL_BYTES * Math.min(most, MANY));
    }

    /**
     * Counts a call, unless {@code most} have been counted in the minute before it. A clock that went back by a minute
     * or more leaves the calls of its former future behind.
     */
    synchronized boolean allows(String key, Instant now) {
        Deque<Instant> recent = calls.update(key, new ArrayDeque<>(), counted -> counted);
        recent.removeIf(call -> Duration.between(call, now).abs().compareTo(WINDOW) >= 0);
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
