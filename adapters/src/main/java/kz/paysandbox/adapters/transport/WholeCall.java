package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import kz.paysandbox.adapters.error.ConnectionFailed;

/**
 * The time of one operation that makes several requests: reading the books, sending, and looking after a lost answer all
 * share one deadline. A request that is sent once leaves time for the looks, at most half of what is left, and is not
 * sent at all when less than {@link #leastToSend} would be left for it. After the operation's end, later looks have the
 * client's whole deadline again.
 */
public final class WholeCall {
    private static final Duration FOR_LOOKS = Duration.ofSeconds(2);
    private static final Duration LONGEST_LEAST = Duration.ofSeconds(2);
    private static final int LEAST_SHARE = 10;

    private final LongSupplier nanoTime;
    private final Duration deadline;
    private final long begun;
    private volatile boolean ended;

    private WholeCall(LongSupplier nanoTime, Duration deadline) {
        this.nanoTime = nanoTime;
        this.deadline = deadline;
        this.begun = nanoTime.getAsLong();
    }

    /** Begins now, for as long as a whole call may take. */
    public static WholeCall begin(HttpSettings settings) {
        return new WholeCall(settings.surroundings().nanoTime(), settings.deadline());
    }

    /** No operation: each request has the whole deadline. */
    public static WholeCall none(HttpSettings settings) {
        WholeCall none = begin(settings);
        none.end();
        return none;
    }

    /** From now on nothing is limited. */
    public void end() {
        ended = true;
    }

    /**
     * What a request may take.
     *
     * @param pauses the waits of the looks that follow a request which is sent once
     * @throws ConnectionFailed when nothing is left, so that nothing is sent
     */
    public Duration left(ApiRequest request, Duration pauses) {
        if (ended) {
            return deadline;
        }
        Duration left = left();
        if (left.isNegative() || left.isZero()) {
            throw unsent(request, "the deadline of the whole call is over: " + deadline);
        }
        if (request.repeat() == Repeat.HARMLESS) {
            return left;
        }
        Duration looks = pauses.plus(FOR_LOOKS);
        Duration half = left.dividedBy(2);
        return enough(request, left.minus(looks.compareTo(half) < 0 ? looks : half), deadline);
    }

    /** The least time for a request that is sent once: a tenth of the whole call's deadline, and at most 2 s. */
    public static Duration leastToSend(Duration deadline) {
        Duration share = deadline.dividedBy(LEAST_SHARE);
        return share.compareTo(LONGEST_LEAST) < 0 ? share : LONGEST_LEAST;
    }

    /**
     * What is left for a request, where that is enough to send it.
     *
     * @param deadline of the whole call
     * @throws ConnectionFailed when it is not, so that nothing is sent
     */
    public static Duration enough(ApiRequest request, Duration left, Duration deadline) {
        Duration least = request.repeat() == Repeat.HARMLESS ? Duration.ofNanos(1) : leastToSend(deadline);
        if (left.compareTo(least) < 0) {
            throw unsent(
                    request, "of " + deadline + " for the whole call " + left + " are left, too little to send it");
        }
        return left;
    }

    private static ConnectionFailed unsent(ApiRequest request, String why) {
        String said = request.operation() + ": nothing was sent, " + why;
        return ConnectionFailed.passing(request.requestId(), said, new TimeoutException(said));
    }

    /** Waits no longer than there is time. */
    public Sleeper limiting(Sleeper usual) {
        return new Sleeper() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                usual.sleep(shortened(duration));
            }

            @Override
            public CompletableFuture<Void> pause(Duration duration) {
                return usual.pause(shortened(duration));
            }
        };
    }

    private Duration shortened(Duration pause) {
        Duration left = ended ? pause : left();
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(pause) < 0 ? left : pause;
    }

    private Duration left() {
        return deadline.minusNanos(nanoTime.getAsLong() - begun);
    }
}
