package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.Rejected;
import org.junit.jupiter.api.Test;

/** What a listener hears of each request, and what it may add to one. */
class CallListenerTest {
    private final List<CallListener.Attempt> attempts = new ArrayList<>();
    private final List<CallListener.Call> calls = new ArrayList<>();
    private final ScriptedBank bank = new ScriptedBank();
    private final HttpSettings settings =
            HttpSettings.standard(TestSurroundings.create().surroundings());
    private final RetryingTransport transport = settings.withListener(new CallListener() {
                @Override
                public Map<String, String> beforeSend(Attempt attempt) {
                    attempts.add(attempt);
                    return Map.of("traceparent", "00-1-" + attempt.attempt(), "Api-Key", "stolen");
                }

                @Override
                public void ended(Call call) {
                    calls.add(call);
                }
            })
            .over(bank);

    @Test
    void each_attempt_is_heard_of_with_its_number_its_bytes_and_the_codes() {
        bank.losesTheAnswer().answers(503, "").answers("{\"StatusCode\":-1601}");
        assertThatThrownBy(() -> transport.send(request(Repeat.HARMLESS), response -> {
                    throw Rejected.of(response.requestId(), -1601, "no such payment");
                }))
                .isInstanceOf(Rejected.class);
        assertThat(attempts).extracting(CallListener.Attempt::attempt).containsExactly(1, 2, 3);
        assertThat(calls).extracting(CallListener.Call::attempt).containsExactly(1, 2, 3);
        assertThat(calls).extracting(CallListener.Call::requestId).doesNotHaveDuplicates();
        CallListener.Call lost = calls.get(0);
        assertThat(lost.failure()).containsInstanceOf(OutcomeUnknown.class);
        assertThat(lost.httpStatus()).isEmpty();
        assertThat(lost.sentBytes()).isEqualTo(7);
        assertThat(lost.receivedBytes()).isZero();
        assertThat(calls.get(1).httpStatus()).contains(503);
        CallListener.Call refused = calls.get(2);
        assertThat(refused.bankCode()).contains(-1601L);
        assertThat(refused.httpStatus()).contains(200);
        assertThat(refused.receivedBytes()).isEqualTo(20);
    }

    @Test
    void what_the_listener_adds_leaves_and_replaces_nothing() {
        bank.answers("{}").answers("{}");
        transport.send(request(Repeat.NEVER));
        assertThat(bank.last().headers()).containsEntry("traceparent", "00-1-1").containsEntry("Api-Key", "own");
        transport.sendAsync(request(Repeat.NEVER)).join();
        assertThat(bank.last().headers()).containsEntry("traceparent", "00-1-1");
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_listener_that_throws_before_the_call_does_no_harm() {
        bank.answers("{}");
        RetryingTransport broken = settings.withListener(new CallListener() {
                    @Override
                    public Map<String, String> beforeSend(Attempt attempt) {
                        throw new IllegalStateException("tracing is down");
                    }

                    @Override
                    public void ended(Call call) {}
                })
                .over(bank);
        assertThat(broken.send(request(Repeat.NEVER)).successful()).isTrue();
    }

    private static ApiRequest request(Repeat repeat) {
        return new ApiRequest(
                "r3 payment return",
                "first",
                "POST",
                URI.create("https://bank.example/r3/v01/payment/return"),
                Map.of("Api-Key", "own"),
                Optional.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8)),
                Duration.ofSeconds(30),
                repeat);
    }
}
