package kz.paysandbox.adapters.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.adapters.transport.CallListener;

/**
 * One observation {@code kzpay.call} for each request that leaves: a timer, and a span where tracing is set up, whose
 * headers ({@code traceparent}) the request then carries.
 *
 * <p>Low cardinality: {@code operation}, {@code host}, {@code outcome} (success, or the member of the taxonomy),
 * {@code status} (of HTTP, or none), {@code attempt}. High cardinality: {@code request.id}, {@code bank.code}. Nothing of it is secret.
 */
public final class MicrometerListener implements CallListener {
    private static final String NAME = "kzpay.call";
    private static final int MOST_UNDER_WAY = 10_000;

    private final ObservationRegistry registry;
    private final Map<String, Observation> underWay = new ConcurrentHashMap<>();

    private MicrometerListener(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** A listener for {@code Kzpay.builder().listener(…)}. */
    public static MicrometerListener of(ObservationRegistry registry) {
        return new MicrometerListener(registry);
    }

    @Override
    public Map<String, String> beforeSend(Attempt attempt) {
        if (underWay.size() >= MOST_UNDER_WAY) {
            return Map.of();
        }
        Map<String, String> headers = new HashMap<>();
        RequestReplySenderContext<Map<String, String>, Call> context = new RequestReplySenderContext<>(
                (carrier, name, value) -> Objects.requireNonNull(carrier).put(name, value));
        context.setCarrier(headers);
        context.setRemoteServiceName(attempt.host());
        Observation observation = Observation.createNotStarted(NAME, () -> context, registry)
                .contextualName(attempt.operation())
                .lowCardinalityKeyValue("operation", attempt.operation())
                .lowCardinalityKeyValue("host", attempt.host())
                .lowCardinalityKeyValue("attempt", Integer.toString(attempt.attempt()))
                .highCardinalityKeyValue("request.id", attempt.requestId())
                .start();
        underWay.put(attempt.requestId(), observation);
        return headers;
    }

    @Override
    public void ended(Call call) {
        Observation observation = underWay.remove(call.requestId());
        if (observation == null) {
            return;
        }
        observation
                .lowCardinalityKeyValue(
                        "outcome",
                        call.failure().map(f -> f.getClass().getSimpleName()).orElse("success"))
                .lowCardinalityKeyValue(
                        "status", call.httpStatus().map(String::valueOf).orElse("none"))
                .highCardinalityKeyValue(
                        "bank.code", call.bankCode().map(String::valueOf).orElse("none"));
        call.failure().ifPresent(observation::error);
        observation.stop();
    }
}
