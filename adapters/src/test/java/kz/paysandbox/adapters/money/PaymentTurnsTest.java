package kz.paysandbox.adapters.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaymentTurnsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final PaymentTurns turns = PaymentTurns.create();
    private final PaymentException lost = OutcomeUnknown.lost("id", "lost", null);

    @Test
    void an_attempt_is_alone_and_leaves_nothing_behind() {
        MoneyAnswer<Boolean> answer = take("p", LONG, alone -> {
            assertThat(turns.size()).isEqualTo(1);
            return MoneyAnswer.applied(alone.getAsBoolean());
        });
        assertThat(answer.orThrow()).isTrue();
        assertThat(turns.size()).isZero();
    }

    @Test
    void who_waits_too_long_has_sent_nothing_and_other_payments_wait_for_nobody() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<MoneyAnswer<String>> first = CompletableFuture.supplyAsync(() -> take("p", LONG, alone -> {
            begun.countDown();
            await(enough);
            return MoneyAnswer.applied("first");
        }));
        await(begun);
        MoneyAnswer<String> second = take("p", Duration.ofMillis(1), alone -> MoneyAnswer.applied("second"));
        assertThat(second.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(second.<PaymentException>fold(yes -> lost, no -> no.reason(), unknown -> lost))
                .isInstanceOf(NotSent.class)
                .matches(reason -> reason.effect() == Effect.NONE)
                .hasMessageContaining("payment p is under way");
        assertThat(take("q", Duration.ofMillis(1), alone -> MoneyAnswer.applied("other"))
                        .orThrow())
                .isEqualTo("other");
        enough.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).orThrow()).isEqualTo("first");
        assertThat(turns.size()).isZero();
    }

    @Test
    void who_is_interrupted_while_waiting_has_sent_nothing() {
        Thread.currentThread().interrupt();
        MoneyAnswer<String> answer = take("p", LONG, alone -> MoneyAnswer.applied("sent"));
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.size()).isZero();
    }

    @Test
    void as_long_as_one_is_unknown_nobody_after_it_is_alone() {
        BooleanSupplier[] firstAlone = {() -> false};
        MoneyAnswer.Unknown<String> first = open("p", alone -> {
            firstAlone[0] = alone;
            return MoneyAnswer.unknown(
                    lost,
                    "nothing yet",
                    () -> MoneyAnswer.unknown(lost, "still nothing", () -> MoneyAnswer.applied("found")));
        });
        assertThat(firstAlone[0].getAsBoolean()).isTrue();
        assertThat(turns.size()).isEqualTo(1);
        assertThat(alone("p")).isFalse();
        assertThat(firstAlone[0].getAsBoolean()).isFalse();
        assertThat(alone("q")).isTrue();

        MoneyAnswer<String> still = first.recheck();
        assertThat(still.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(turns.size()).isEqualTo(1);
        assertThat(((MoneyAnswer.Unknown<String>) still).recheck().orThrow()).isEqualTo("found");
        assertThat(first.recheck().orThrow()).isEqualTo("found");
        assertThat(turns.size()).isZero();
        assertThat(alone("p")).isTrue();
    }

    @Test
    void an_unknown_one_without_a_look_and_one_that_broke_are_never_settled() {
        assertThat(take("p", LONG, alone -> MoneyAnswer.unknown(lost, "ask the bank"))
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
        assertThat(alone("p")).isFalse();
        assertThatThrownBy(() -> take("q", LONG, alone -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(alone("q")).isFalse();
    }

    @Test
    void a_look_waits_for_its_turn_too() throws Exception {
        MoneyAnswer.Unknown<String> first = (MoneyAnswer.Unknown<String>) this.<String>take(
                "p",
                Duration.ofMillis(1),
                alone -> MoneyAnswer.unknown(lost, "nothing yet", () -> MoneyAnswer.applied("found")));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<MoneyAnswer<String>> second = CompletableFuture.supplyAsync(() -> take("p", LONG, alone -> {
            begun.countDown();
            await(enough);
            return MoneyAnswer.applied("second");
        }));
        await(begun);
        assertThat(first.recheck().settlement()).isEqualTo(Settlement.UNKNOWN);
        enough.countDown();
        second.get(30, TimeUnit.SECONDS);
        assertThat(first.recheck().orThrow()).isEqualTo("found");
    }

    @Test
    void what_is_remembered_is_bounded_and_then_nobody_is_alone() {
        List<MoneyAnswer.Unknown<String>> open = new ArrayList<>();
        for (int payment = 0; payment < 10_000; payment++) {
            open.add(open("p" + payment, alone -> MoneyAnswer.unknown(lost, "", () -> MoneyAnswer.applied("found"))));
        }
        assertThat(alone("q")).isTrue();
        MoneyAnswer.Unknown<String> more =
                open("more", alone -> MoneyAnswer.unknown(lost, "", () -> MoneyAnswer.applied("found")));
        assertThat(turns.size()).isEqualTo(10_000);
        assertThat(alone("q")).isFalse();
        assertThat(more.recheck().orThrow()).isEqualTo("found");
        assertThat(alone("q")).as("settled, it is nobody's rival any more").isTrue();
        open.forEach(MoneyAnswer.Unknown::recheck);
        assertThat(turns.size()).isZero();
    }

    private <T> MoneyAnswer<T> take(
            String payment, Duration patience, Function<BooleanSupplier, MoneyAnswer<T>> attempt) {
        return Futures.now(turns.inTurn(
                Execution.BLOCKING,
                payment,
                patience,
                alone -> CompletableFuture.completedFuture(attempt.apply(alone))));
    }

    private boolean alone(String payment) {
        return take(payment, LONG, alone -> MoneyAnswer.applied(alone.getAsBoolean()))
                .orThrow();
    }

    private MoneyAnswer.Unknown<String> open(String payment, Function<BooleanSupplier, MoneyAnswer<String>> attempt) {
        return (MoneyAnswer.Unknown<String>) take(payment, LONG, attempt);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
