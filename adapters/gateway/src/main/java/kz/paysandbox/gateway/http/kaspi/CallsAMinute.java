package kz.paysandbox.gateway.http.kaspi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bound of calls within any minute, for each till; of this process alone. */
public final class CallsAMinute {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_TILLS = 10_000;

    private final int most;
    private final Clock clock;
    private final Map<Long, Deque<Instant>> taken = new LinkedHashMap<>();

    /**
     * A bound.
     *
     * @param most calls within a minute
     */
    public CallsAMinute(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes the right to call; else says how long there is none. */
    synchronized Optional<Duration> take(long till) {
        Instant now = clock.instant();
        Deque<Instant> calls = taken.computeIfAbsent(till, unknown -> new ArrayDeque<>());
        while (!calls.isEmpty() && !calls.getFirst().plus(MINUTE).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= most) {
            return Optional.of(Duration.between(now, calls.getFirst().plus(MINUTE)));
        }
        calls.addLast(now);
        if (taken.size() > MOST_TILLS) {
            taken.remove(taken.keySet().iterator().next());
        }
        return Optional.empty();
    }
}
