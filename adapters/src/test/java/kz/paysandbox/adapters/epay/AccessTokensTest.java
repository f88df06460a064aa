package kz.paysandbox.adapters.epay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final TokenRequest SERVICE = TokenRequest.service("terminal");
    private final TestSurroundings time = TestSurroundings.create();
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(2);
    private final AccessTokens tokens = AccessTokens.of(this::fetch, time);

    private AccessToken fetch(TokenRequest request) {
        return new AccessToken(
                "token-" + fetched.incrementAndGet(), request.scope(), "Bearer", "", time.instant(), life);
    }

    @Test
    void a_token_is_kept_until_five_minutes_before_its_end() {
        AccessToken first = tokens.token(SERVICE);
        time.advance(Duration.ofMinutes(115).minusMillis(1));
        assertThat(tokens.token(SERVICE)).isSameAs(first);
        time.advance(Duration.ofMillis(1));
        assertThat(tokens.token(SERVICE).value()).isEqualTo("token-2");
    }

    @Test
    void a_short_token_is_kept_for_half_its_life() {
        life = Duration.ofMinutes(4);
        AccessToken first = tokens.token(SERVICE);
        time.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(tokens.token(SERVICE)).isSameAs(first);
        time.advance(Duration.ofMillis(1));
        assertThat(tokens.token(SERVICE)).isNotSameAs(first);
        life = Duration.ofMinutes(10);
        assertThat(fetch(SERVICE).usableUntil()).isEqualTo(time.instant().plusSeconds(300));
    }

    @Test
    void scopes_and_invoices_have_tokens_of_their_own() {
        TokenRequest other = TokenRequest.invoice(EpayTestStand.ORDER, "terminal");
        assertThat(tokens.token(SERVICE).value()).isEqualTo("token-1");
        assertThat(tokens.token(other).value()).isEqualTo("token-2");
        assertThat(tokens.token(TokenRequest.invoice(EpayTestStand.ORDER, "terminal"))
                        .value())
                .isEqualTo("token-2");
        assertThat(tokens.token(TokenRequest.service("terminal-2")).value()).isEqualTo("token-3");
    }

    @Test
    void a_refused_token_is_forgotten_and_no_other() {
        AccessToken first = tokens.token(SERVICE);
        tokens.forget(SERVICE, first);
        AccessToken second = tokens.token(SERVICE);
        assertThat(second).isNotSameAs(first);
        tokens.forget(SERVICE, first);
        assertThat(tokens.token(SERVICE)).isSameAs(second);
        tokens.forget(TokenRequest.service("never asked"), first);
    }

    @Test
    void fifty_callers_at_once_fetch_once() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Future<String>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit((Callable<String>) () -> {
                        all.await();
                        return tokens.token(SERVICE).value();
                    }))
                    .toList();
            all.countDown();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("token-1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void a_failed_fetch_is_everyones_own() {
        AtomicInteger tries = new AtomicInteger();
        AccessTokens failing = AccessTokens.of(
                request -> {
                    if (tries.incrementAndGet() == 1) {
                        throw OutcomeUnknown.lost("id", "lost", null);
                    }
                    return fetch(request);
                },
                time);
        assertThatThrownBy(() -> failing.token(SERVICE)).isInstanceOf(OutcomeUnknown.class);
        assertThat(failing.token(SERVICE).value()).isEqualTo("token-1");
    }

    @Test
    void an_interrupted_caller_does_not_wait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> tokens.token(SERVICE)).isInstanceOf(ConnectionFailed.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void no_more_than_a_thousand_are_kept_and_the_least_used_go_first() {
        AccessToken first = tokens.token(SERVICE);
        for (int i = 0; i < 1500; i++) {
            tokens.token(new TokenRequest("payment", Map.of("invoiceID", Integer.toString(i))));
            assertThat(tokens.token(SERVICE)).isSameAs(first);
        }
        assertThat(tokens.kept()).isEqualTo(1000);
    }

    @Test
    void no_text_shows_a_token() {
        assertThat(tokens.token(SERVICE).toString()).doesNotContain("token-1");
        assertThat(TokenRequest.invoice(EpayTestStand.ORDER, "t").toString()).doesNotContain("shop-word");
    }
}
