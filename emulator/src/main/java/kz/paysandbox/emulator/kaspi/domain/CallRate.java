package kz.paysandbox.emulator.kaspi.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import kz.paysandbox.emulator.core.data.LruCache;

/** The count of calls of one key within the last minute of the world's time; bounded in keys and in calls. */
final class CallRate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;

    private final int most;
    private final LruCache<String, Deque<Instant>> calls = new LruCache<>(MOST_KEYS);

    /**
     * @param most calls allowed in any minute
     */
    CallRate(int most) {
        this.most = most;
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
