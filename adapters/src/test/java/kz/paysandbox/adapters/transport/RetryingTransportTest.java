package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;
import org.junit.jupiter.api.Test;

class RetryingTransportTest {
    private final TestSurroundings world = TestSurroundings.create();
    private final List<ApiRequest> sent = new ArrayList<>();
    private final List<CallListener.Call> heard = new ArrayList<>();
    private final HttpSettings settings =
            HttpSettings.standard(world.surroundings()).withListener(heard::add);

    @Test
    void a_harmless_call_is_repeated_with_a_new_id_and_less_time() {
        ApiResponse answer = settings.over(answering(503, 502, 200)).send(request(Repeat.HARMLESS));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(sent).extracting(ApiRequest::requestId).containsExactly("first", "request-1", "request-2");
        assertThat(sent).extracting(ApiRequest::deadline).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(world.elapsed()).isEqualTo(Duration.ofMillis(600));
        assertThat(heard).hasSize(3);
        assertThat(heard.get(0).httpStatus()).contains(503);
        assertThat(heard.get(0).failure()).containsInstanceOf(OutcomeUnknown.class);
        assertThat(heard.get(2).failure()).isEmpty();
    }

    @Test
    void money_leaves_once() {
        RetryingTransport transport = settings.over(answering(503, 200));
        assertThatThrownBy(() -> transport.send(request(Repeat.NEVER))).isInstanceOf(OutcomeUnknown.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void retry_after_is_obeyed_in_seconds_and_as_a_date() {
        Map<String, String> seconds = Map.of("Retry-After", "7");
        settings.over(answering(new ApiResponse("", 429, seconds, new byte[0]), ok()))
                .send(request(Repeat.HARMLESS));
        assertThat(world.elapsed()).isEqualTo(Duration.ofSeconds(7));
        Map<String, String> date = Map.of("Retry-After", "Sat, 21 Nov 2026 09:00:12 GMT");
        settings.over(answering(new ApiResponse("", 429, date, new byte[0]), ok()))
                .send(request(Repeat.HARMLESS));
        assertThat(world.elapsed()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void an_unreadable_retry_after_counts_as_absent() {
        for (String value :
                List.of("soon", "", "-1", "99999999999999999999", "999999", "Sat, 21 Nov 2020 09:00:12 GMT")) {
            Transport limited = answering(new ApiResponse("", 429, Map.of("Retry-After", value), new byte[0]));
            assertThatThrownBy(() -> settings.over(limited).send(request(Repeat.NEVER)))
                    .isInstanceOfSatisfying(
                            RateLimited.class,
                            e -> assertThat(e.retryAfter()).as(value).isEmpty());
        }
    }

    @Test
    void the_deadline_ends_the_repeats() {
        RetryingTransport transport = settings.withRetry(
                        new RetryPolicy(10, Duration.ofSeconds(9), Duration.ofSeconds(9), 0))
                .over(answering(500, 500, 500, 500, 500));
        assertThatThrownBy(() -> transport.send(request(Repeat.HARMLESS))).isInstanceOf(OutcomeUnknown.class);
        assertThat(sent).hasSize(4);
        assertThat(world.elapsed()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void http_says_who_and_where() {
        for (int status : List.of(401, 403)) {
            assertThatThrownBy(() -> settings.over(answering(status)).send(request(Repeat.HARMLESS)))
                    .isInstanceOf(AuthenticationFailed.class);
        }
        for (int status : List.of(301, 302, 307, 308)) {
            assertThatThrownBy(() -> settings.over(answering(status)).send(request(Repeat.HARMLESS)))
                    .isInstanceOf(ProtocolViolation.class);
        }
        assertThat(sent).hasSize(6);
        assertThat(settings.over(answering(404)).send(request(Repeat.HARMLESS)).status())
                .isEqualTo(404);
        assertThatThrownBy(() -> settings.over(answering(199)).send(request(Repeat.NEVER)))
                .isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void an_interrupted_pause_gives_the_failure_and_keeps_the_interrupt() {
        Surroundings interrupting = new Surroundings(
                world,
                () -> 0,
                duration -> {
                    throw new InterruptedException();
                },
                () -> 0,
                () -> "x");
        RetryingTransport transport = HttpSettings.standard(interrupting).over(answering(500, 200));
        assertThatThrownBy(() -> transport.send(request(Repeat.HARMLESS))).isInstanceOf(OutcomeUnknown.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_listener_that_throws_does_no_harm() {
        RetryingTransport transport = settings.withListener(call -> {
                    throw new IllegalStateException("metrics are down");
                })
                .over(answering(200));
        assertThat(transport.send(request(Repeat.NEVER)).successful()).isTrue();
    }

    @Test
    void nothing_secret_is_in_the_text_of_a_request() {
        assertThat(request(Repeat.NEVER).toString()).isEqualTo("r1 qr create at bank.example [X-Request-ID first]");
    }

    private Transport answering(int... statuses) {
        ApiResponse[] answers = new ApiResponse[statuses.length];
        for (int i = 0; i < statuses.length; i++) {
            answers[i] = new ApiResponse("", statuses[i], Map.of(), new byte[0]);
        }
        return answering(answers);
    }

    private Transport answering(ApiResponse... answers) {
        int before = sent.size();
        return request -> {
            sent.add(request);
            return answers[sent.size() - before - 1];
        };
    }

    private static ApiResponse ok() {
        return new ApiResponse("", 200, Map.of(), new byte[0]);
    }

    private static ApiRequest request(Repeat repeat) {
        return new ApiRequest(
                "r1 qr create",
                "first",
                "POST",
                URI.create("https://bank.example/r1/v01/qr/create?phoneNumber=87010000001"),
                Map.of("Api-Key", "secret"),
                Optional.of(new byte[] {1}),
                Duration.ofSeconds(30),
                repeat);
    }
}
