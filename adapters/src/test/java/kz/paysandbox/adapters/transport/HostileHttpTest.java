package kz.paysandbox.adapters.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real HTTP server, or a proxy before it, may answer. */
class HostileHttpTest {
    private static final WireMockServer BANK = started();
    private static final WireMockServer ELSEWHERE = started();

    private final Caller caller = Caller.plain(URI.create(BANK.baseUrl()));

    private static WireMockServer started() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    @AfterEach
    void reset() {
        BANK.resetAll();
        ELSEWHERE.resetAll();
    }

    @AfterAll
    static void stop() {
        BANK.stop();
        ELSEWHERE.stop();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void faults_of_the_connection_are_unknown_outcomes_and_sent_once(Fault fault) {
        answer(aResponse().withFault(fault));
        assertThatThrownBy(caller::post)
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.effect()).isEqualTo(Effect.POSSIBLE));
        BANK.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_never_followed(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", ELSEWHERE.baseUrl() + "/steal"));
        assertThatThrownBy(caller::post).isInstanceOf(ProtocolViolation.class);
        ELSEWHERE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void statuses_mean_what_http_says() {
        answer(aResponse().withStatus(503).withBody("<html>maintenance</html>"));
        assertThatThrownBy(caller::post).isInstanceOf(OutcomeUnknown.class);
        answer(aResponse().withStatus(403));
        assertThatThrownBy(caller::post).isInstanceOf(AuthenticationFailed.class);
        answer(aResponse().withStatus(429).withHeader("Retry-After", "7"));
        assertThatThrownBy(caller::post)
                .isInstanceOfSatisfying(
                        RateLimited.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
        answer(aResponse().withStatus(429));
        assertThatThrownBy(caller::post)
                .isInstanceOfSatisfying(
                        RateLimited.class, e -> assertThat(e.retryAfter()).isEmpty());
    }

    @Test
    void chunks_are_put_together_and_a_slow_drip_ends_at_the_deadline() {
        answer(aResponse().withBody("{\"StatusCode\":0}").withHeader("Transfer-Encoding", "chunked"));
        assertThat(caller.post().text()).isEqualTo("{\"StatusCode\":0}");
        answer(aResponse().withBody("x".repeat(1000)).withChunkedDribbleDelay(100, 20_000));
        long begun = System.nanoTime();
        assertThatThrownBy(() -> caller.post(Duration.ofMillis(700))).isInstanceOf(OutcomeUnknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        BANK.stubFor(any(anyUrl()).willReturn(response));
    }
}
