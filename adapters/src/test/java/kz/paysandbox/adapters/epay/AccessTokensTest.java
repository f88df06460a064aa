package kz.paysandbox.adapters.epay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.paysandbox.adapters.epay.payment.AccessToken;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final TokenRequest SERVICE = TokenRequest.service("terminal");
    private final TestSurroundings time = TestSurroundings.create();
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile Duration life = Duration.ofHours(2);
    private final AccessTokens tokens =
            AccessTokens.of(request -> CompletableFuture.completedFuture(fetch(request)), time);

    private static AccessToken token(AccessTokens of, TokenRequest request, Duration within) {
        return Futures.now(of.token(Execution.BLOCKING, request, within));
    }

    private AccessToken had(TokenRequest request) {
        return token(tokens, request, PATIENT);
    }

    private AccessToken fetch(TokenRequest request) {
        return new AccessToken(
                "token-" + fetched.incrementAndGet(), request.scope(), "Bearer", "", time.instant(), life);
    }

    @Test
    void a_token_is_kept_until_five_minutes_before_its_end() {
        AccessToken first = had(SERVICE);
        time.advance(Duration.ofMinutes(115).minusMillis(1));
        assertThat(had(SERVICE)).isSameAs(first);
        time.advance(Duration.ofMillis(1));
        assertThat(had(SERVICE).value()).isEqualTo("token-2");
    }

    @Test
    void a_short_token_is_kept_for_half_its_life() {
        life = Duration.ofMinutes(4);
        AccessToken first = had(SERVICE);
        time.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(had(SERVICE)).isSameAs(first);
        time.advance(Duration.ofMillis(1));
        assertThat(had(SERVICE)).isNotSameAs(first);
        life = Duration.ofMinutes(10);
        assertThat(fetch(SERVICE).usableUntil()).isEqualTo(time.instant().plusSeconds(300));
    }

    @Test
    void scopes_and_invoices_have_tokens_of_their_own() {
        TokenRequest other = TokenRequest.invoice(EpayTestStand.ORDER, "terminal");
        assertThat(had(SERVICE).value()).isEqualTo("token-1");
        assertThat(had(other).value()).isEqualTo("token-2");
        assertThat(had(TokenRequest.invoice(EpayTestStand.ORDER, "terminal")).value())
                .isEqualTo("token-2");
        assertThat(had(TokenRequest.service("terminal-2")).value()).isEqualTo("token-3");
    }

    @Test
    void a_refused_token_is_forgotten_and_no_other() {
        AccessToken first = had(SERVICE);
        tokens.forget(SERVICE, first);
        AccessToken second = had(SERVICE);
        assertThat(second).isNotSameAs(first);
        tokens.forget(SERVICE, first);
        assertThat(had(SERVICE)).isSameAs(second);
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
                        return had(SERVICE).value();
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
    void callers_who_wait_for_one_fetch_share_its_failure_and_the_next_caller_tries_again() throws Exception {
        CompletableFuture<AccessToken> fetch = new CompletableFuture<>();
        AtomicInteger tries = new AtomicInteger();
        AccessTokens failing = AccessTokens.of(
                request -> tries.incrementAndGet() == 1 ? fetch : CompletableFuture.completedFuture(fetch(request)),
                time);
        List<CompletableFuture<AccessToken>> waiting =
                IntStream.range(0, 16).mapToObj(i -> failing.later(SERVICE)).toList();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        fetch.completeExceptionally(OutcomeUnknown.lost("id-7", "the OAuth host is silent", null));
        assertThat(waiting)
                .allSatisfy(mine -> assertThatThrownBy(mine::get)
                        .hasCauseInstanceOf(ConnectionFailed.class)
                        .cause()
                        .hasMessageContaining("nothing was sent")
                        .hasMessageContaining("id-7"));
        assertThat(tries).hasValue(1);
        assertThat(token(failing, SERVICE, PATIENT).value()).isEqualTo("token-1");
    }

    @Test
    void each_caller_waits_within_his_own_time_and_ends_no_other() {
        CompletableFuture<AccessToken> fetch = new CompletableFuture<>();
        AccessTokens slow = AccessTokens.of(request -> fetch, time);
        CompletableFuture<AccessToken> patient = slow.later(SERVICE);
        assertThatThrownBy(() -> token(slow, SERVICE, Duration.ofMillis(20)))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("no token within PT0.02S");
        assertThat(slow.later(SERVICE).cancel(true)).isTrue();
        fetch.complete(fetch(SERVICE));
        assertThat(patient.join().value()).isEqualTo("token-1");
    }

    @Test
    void a_failure_without_effect_stays_what_it_is_and_a_mistake_ends_the_wait_too() {
        AccessTokens refused =
                AccessTokens.of(request -> CompletableFuture.failedFuture(Rejected.of("id", 1, "wrong secret")), time);
        assertThatThrownBy(() -> token(refused, SERVICE, PATIENT)).isInstanceOf(Rejected.class);
        AccessTokens broken = AccessTokens.of(
                request -> {
                    throw new IllegalStateException("a mistake");
                },
                time);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> token(broken, SERVICE, PATIENT)).hasMessageContaining("a mistake");
        }
    }

    @Test
    void a_fetch_that_an_executor_refuses_is_a_failure_that_sent_nothing() {
        AccessTokens full = AccessTokens.of(
                request -> CompletableFuture.failedFuture(new RejectedExecutionException("no room")), time);
        assertThatThrownBy(() -> token(full, SERVICE, PATIENT))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void an_interrupted_caller_does_not_wait() {
        AccessTokens slow = AccessTokens.of(request -> new CompletableFuture<>(), time);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> token(slow, SERVICE, PATIENT)).isInstanceOf(ConnectionFailed.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void no_more_than_a_thousand_are_kept_and_the_least_used_go_first() {
        AccessToken first = had(SERVICE);
        for (int i = 0; i < 1500; i++) {
            had(new TokenRequest("payment", Map.of("invoiceID", Integer.toString(i))));
            assertThat(had(SERVICE)).isSameAs(first);
        }
        assertThat(tokens.kept()).isEqualTo(1000);
    }

    @Test
    void no_text_shows_a_token() {
        assertThat(had(SERVICE).toString()).doesNotContain("token-1");
        assertThat(TokenRequest.invoice(EpayTestStand.ORDER, "t").toString()).doesNotContain("shop-word");
    }
}
