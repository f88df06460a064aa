package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * A transport that makes calls again as the {@link RetryPolicy} decides, within the deadline, each time with a new
 * X-Request-ID.
 */
public final class RetryingTransport implements Transport {
    private final Transport next;
    private final HttpSettings settings;
    private final Surroundings surroundings;
    private final StatusCheck check;

    private RetryingTransport(Transport next, HttpSettings settings) {
        this.next = next;
        this.settings = settings;
        this.surroundings = settings.surroundings();
        this.check = new StatusCheck(surroundings.clock());
    }

    /** Wraps a transport. */
    public static RetryingTransport of(Transport next, HttpSettings settings) {
        return new RetryingTransport(next, settings);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return send(request, Function.identity());
    }

    @Override
    public CompletableFuture<ApiResponse> sendAsync(ApiRequest request) {
        return sendAsync(request, Function.identity());
    }

    /** Sends and reads: a refusal that the reader finds in the answer counts as a failure of the attempt. */
    public <T> T send(ApiRequest request, Function<ApiResponse, T> read) {
        long begun = now();
        ApiRequest outgoing = request;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(outgoing, attempt, read);
            } catch (PaymentException failure) {
                Optional<Duration> pause = pause(request, begun, attempt, failure);
                if (pause.isEmpty() || !slept(pause.get())) {
                    throw failure;
                }
                outgoing = again(request, begun, failure);
            }
        }
    }

    /**
     * The same, holding no thread while it waits.
     *
     * @return completes with what was read or, exceptionally, with what {@link #send(ApiRequest, Function)} throws;
     *     cancelling it gives the request up, and it then fails as not sent or, where the request may have left, as an
     *     unknown outcome
     */
    public <T> CompletableFuture<T> sendAsync(ApiRequest request, Function<ApiResponse, T> read) {
        ExchangeFuture<T> answer = new ExchangeFuture<>();
        try {
            attempt(new Repeats<>(request, now(), read, answer), request, 1);
        } catch (Throwable broken) {
            answer.completeExceptionally(broken);
        }
        return answer;
    }

    private record Repeats<T>(
            ApiRequest request, long begun, Function<ApiResponse, T> read, ExchangeFuture<T> answer) {}

    private <T> T once(ApiRequest outgoing, int attempt, Function<ApiResponse, T> read) {
        Observation observation = Observation.begin(settings, check, outgoing, attempt);
        ApiResponse response;
        try {
            response = next.send(observation.request());
        } catch (PaymentException failure) {
            throw observation.failed(failure);
        }
        return observation.read(response, read);
    }

    private <T> void attempt(Repeats<T> call, ApiRequest outgoing, int number) {
        Observation observation = Observation.begin(settings, check, outgoing, number);
        CompletableFuture<ApiResponse> exchange = next.sendAsync(observation.request());
        call.answer().whenCancelled(() -> exchange.cancel(true));
        Futures.settle(
                exchange.handle((response, failure) -> {
                    if (response == null) {
                        throw observed(observation, outgoing, Futures.cause(failure));
                    }
                    return observation.read(response, call.read());
                }),
                call.answer()::complete,
                failure -> repeat(call, number, failure));
    }

    /** The failure of an exchange, told to the listener; one that was given up without a word may have been sent. */
    private static RuntimeException observed(Observation observation, ApiRequest request, Throwable failure) {
        if (failure instanceof CancellationException given) {
            String said = request.operation() + ": cancelled while waiting";
            return observation.failed(OutcomeUnknown.abandoned(request.requestId(), said, given));
        }
        return failure instanceof PaymentException known ? observation.failed(known) : new CompletionException(failure);
    }

    private <T> void repeat(Repeats<T> call, int number, Throwable cause) {
        PaymentException failure = Futures.payment(cause).orElse(null);
        Optional<Duration> pause =
                failure == null ? Optional.empty() : pause(call.request(), call.begun(), number, failure);
        if (failure == null || pause.isEmpty() || call.answer().givenUp()) {
            call.answer().completeExceptionally(Futures.cause(cause));
            return;
        }
        CompletableFuture<Void> waiting = surroundings.sleeper().pause(pause.get());
        call.answer().whenCancelled(() -> waiting.cancel(true));
        Futures.settle(
                waiting,
                nothing -> {
                    if (call.answer().givenUp()) {
                        call.answer().completeExceptionally(failure);
                    } else {
                        attempt(call, again(call.request(), call.begun(), failure), number + 1);
                    }
                },
                interrupted -> call.answer().completeExceptionally(failure));
    }

    private Optional<Duration> pause(ApiRequest request, long begun, int attempt, PaymentException failure) {
        return settings.retry()
                .pauseAfter(
                        request.repeat(),
                        attempt,
                        failure,
                        left(request, begun),
                        surroundings.random().getAsDouble());
    }

    private ApiRequest again(ApiRequest request, long begun, PaymentException failure) {
        Duration left = left(request, begun);
        if (left.isNegative() || left.isZero()) {
            throw failure;
        }
        return request.again(surroundings.requestIds().get(), left);
    }

    private Duration left(ApiRequest request, long begun) {
        return request.deadline().minusNanos(now() - begun);
    }

    private long now() {
        return surroundings.nanoTime().getAsLong();
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
