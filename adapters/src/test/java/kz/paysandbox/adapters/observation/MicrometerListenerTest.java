package kz.paysandbox.adapters.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;

/** Observed as a program with Micrometer Tracing would: a handler puts traceparent on the carrier. */
class MicrometerListenerTest {
    private final List<Observation.Context> stopped = new ArrayList<>();
    private final ScriptedBank bank = new ScriptedBank();
    private final RetryingTransport transport;

    MicrometerListenerTest() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Tracing());
        transport = HttpSettings.standard(TestSurroundings.create().surroundings())
                .withListener(MicrometerListener.of(registry))
                .over(bank);
    }

    private final class Tracing implements ObservationHandler<SenderContext<Object>> {
        @Override
        public void onStart(SenderContext<Object> context) {
            context.getSetter().set(context.getCarrier(), "traceparent", "00-4bf92f35-00f067aa-01");
        }

        @Override
        public void onStop(SenderContext<Object> context) {
            stopped.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof SenderContext;
        }
    }

    @Test
    void each_request_is_observed_and_carries_the_trace() {
        bank.answers(503, "").answers("{}");
        transport.send(request(Repeat.HARMLESS));
        assertThat(bank.requests())
                .allSatisfy(sent -> assertThat(sent.headers()).containsEntry("traceparent", "00-4bf92f35-00f067aa-01"));
        assertThat(stopped).hasSize(2);
        assertThat(value(stopped.get(0), "outcome")).isEqualTo("OutcomeUnknown");
        assertThat(value(stopped.get(0), "status")).isEqualTo("503");
        assertThat(stopped.get(0).getError()).isInstanceOf(OutcomeUnknown.class);
        assertThat(value(stopped.get(1), "outcome")).isEqualTo("success");
        assertThat(value(stopped.get(1), "attempt")).isEqualTo("2");
        assertThat(value(stopped.get(1), "operation")).isEqualTo("r3 payment status");
        assertThat(value(stopped.get(1), "host")).isEqualTo("bank.example");
        assertThat(stopped.get(1).getError()).isNull();
    }

    @Test
    void a_lost_answer_is_an_error_of_its_observation() {
        bank.losesTheAnswer();
        assertThatThrownBy(() -> transport.send(request(Repeat.NEVER))).isInstanceOf(OutcomeUnknown.class);
        assertThat(value(stopped.get(0), "status")).isEqualTo("none");
        assertThat(stopped.get(0).getError()).isInstanceOf(OutcomeUnknown.class);
    }

    private static String value(Observation.Context context, String key) {
        KeyValue found = context.getLowCardinalityKeyValue(key);
        assertThat(found).as(key).isNotNull();
        return Objects.requireNonNull(found).getValue();
    }

    private static ApiRequest request(Repeat repeat) {
        return new ApiRequest(
                "r3 payment status",
                "first",
                "GET",
                URI.create("https://bank.example/r3/v01/payment/status/15"),
                Map.of(),
                Optional.empty(),
                Duration.ofSeconds(30),
                repeat);
    }
}
