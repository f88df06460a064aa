package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;

/** Makes calls again as the {@link RetryPolicy} decides, within the deadline, each time with a new X-Request-ID. */
public final class RetryingTransport implements Transport {
    private final Transport next;
    private final RetryPolicy policy;
    private final Surroundings surroundings;

    private RetryingTransport(Transport next, RetryPolicy policy, Surroundings surroundings) {
        this.next = next;
        this.policy = policy;
        this.surroundings = surroundings;
    }

    /** Wraps a transport. */
    public static RetryingTransport of(Transport next, RetryPolicy policy, Surroundings surroundings) {
        return new RetryingTransport(next, policy, surroundings);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return send(request, Function.identity());
    }

    /** Sends and reads: a refusal that the reader finds in the answer counts as a failure of the attempt. */
    public <T> T send(ApiRequest request, Function<ApiResponse, T> read) {
        long begun = surroundings.nanoTime().getAsLong();
        ApiRequest outgoing = request;
        for (int attempt = 1; ; attempt++) {
            try {
                return read.apply(next.send(outgoing));
            } catch (PaymentException failure) {
                Optional<Duration> pause = policy.pauseAfter(
                        request.repeat(),
                        attempt,
                        failure,
                        left(request, begun),
                        surroundings.random().getAsDouble());
                if (pause.isEmpty() || !slept(pause.get())) {
                    throw failure;
                }
                Duration left = left(request, begun);
                if (left.isNegative() || left.isZero()) {
                    throw failure;
                }
                outgoing = request.again(surroundings.requestIds().get(), left);
            }
        }
    }

    private Duration left(ApiRequest request, long begun) {
        return request.deadline().minusNanos(surroundings.nanoTime().getAsLong() - begun);
    }

    private boolean slept(Duration pause) {
        try {
            surroundings.sleeper().sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
