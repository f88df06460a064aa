package kz.paysandbox.emulator.kaspi.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts calls of one key within the last minute of the world's time; bounded in keys and in calls. */
public final class CallRate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;

    private final int most;
    private final Map<String, Deque<Instant>> calls = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most calls allowed in any minute
     */
    public CallRate(int most) {
        this.most = most;
    }

    /**
     * Counts a call, unless {@code most} have been counted in the minute before it. A clock that went back by a minute
     * or more leaves the calls of its former future behind.
     */
    public synchronized boolean allows(String key, Instant now) {
        Deque<Instant> recent = calls.computeIfAbsent(key, absent -> new ArrayDeque<>());
        if (calls.size() > MOST_KEYS) {
            calls.remove(calls.keySet().iterator().next());
        }
        recent.removeIf(call -> Duration.between(call, now).abs().compareTo(WINDOW) >= 0);
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
