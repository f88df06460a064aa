package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment.Outcome;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;

/** The moments of polls, and the ends, of a payment with an interval of 5 s, 12 s to scan and 20 s to confirm. */
class FollowerTest {
    private final TestSurroundings time = TestSurroundings.create();
    private final ManualBackground background = new ManualBackground(time);
    private final Deque<Supplier<CompletableFuture<PaymentStatus>>> answers = new ArrayDeque<>();
    private final List<String> changes = new ArrayList<>();

    private FollowedPayment follow(Duration age) {
        QrPayment payment = new QrPayment(
                15,
                "token",
                time.surroundings().clock().instant(),
                time.surroundings().clock().instant().minus(age),
                List.of(),
                new PaymentTimes(Duration.ofSeconds(5), Duration.ofSeconds(12), Duration.ofSeconds(20)),
                new Till(Optional.empty(), KaspiTestStand.DEVICE));
        return new Follower(
                        payment,
                        () -> answers.isEmpty()
                                ? shown("QrTokenCreated")
                                : answers.poll().get(),
                        status -> changes.add(status.raw()),
                        background,
                        time.surroundings())
                .start();
    }

    private static CompletableFuture<PaymentStatus> shown(String word) {
        return CompletableFuture.completedFuture(PaymentStatus.of(word));
    }

    private FollowerTest states(String... words) {
        for (String word : words) {
            answers.add(() -> shown(word));
        }
        return this;
    }

    private FollowerTest fails(PaymentException failure) {
        answers.add(() -> CompletableFuture.failedFuture(failure));
        return this;
    }

    private List<Integer> moments() {
        return background.runToTheEnd().stream().map(at -> (int) at.toSeconds()).toList();
    }

    @Test
    void what_is_left_of_the_scan_time_shortens_the_last_pause_only() {
        FollowedPayment whole = follow(Duration.ZERO);
        assertThat(moments()).containsExactly(5, 10, 12, 17, 22, 27);
        assertThat(whole.end().join().outcome()).isEqualTo(Outcome.UNCONFIRMED);
        assertThat(changes).containsExactly("QrTokenCreated");
    }

    @Test
    void the_age_of_a_payment_counts_and_one_older_than_its_life_is_asked_a_few_times() {
        follow(Duration.ofSeconds(4));
        assertThat(moments()).containsExactly(5, 8, 13, 18, 23);
    }

    @Test
    void a_payment_older_than_its_life_is_asked_three_times_and_once_more() {
        follow(Duration.ofHours(1));
        assertThat(moments()).containsExactly(5, 10, 15, 20);
    }

    @Test
    void a_payment_from_the_future_has_its_whole_scan_time() {
        follow(Duration.ofHours(-1));
        assertThat(moments()).containsExactly(5, 10, 12, 17, 22, 27);
    }

    @Test
    void a_life_that_ends_at_a_poll_is_not_polled_twice_at_that_moment() {
        follow(Duration.ofSeconds(2));
        assertThat(moments()).containsExactly(5, 10, 15, 20, 25);
    }

    @Test
    void the_bank_may_ask_for_a_longer_pause_and_not_for_a_shorter_one() {
        states("Wait")
                .fails(RateLimited.of("id", Duration.ofSeconds(9)))
                .fails(RateLimited.of("id", Duration.ofSeconds(1)));
        fails(RateLimited.of("id")).states("Processed");
        FollowedPayment following = follow(Duration.ZERO);
        assertThat(moments()).containsExactly(5, 10, 19, 24, 25);
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.PAID);
        assertThat(changes).containsExactly("Wait", "Processed");
    }

    @Test
    void the_confirmation_time_begins_once_for_each_state_that_awaits_the_customer() {
        states("Wait", "RemotePaymentCreated", "Wait");
        states("RemotePaymentCreated", "Wait", "RemotePaymentCreated", "Wait", "RemotePaymentCreated", "Wait", "Wait");
        FollowedPayment following = follow(Duration.ZERO);
        assertThat(moments()).containsExactly(5, 10, 15, 20, 25, 30, 35, 40, 45);
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.UNCONFIRMED);
    }

    @Test
    void a_state_that_awaits_the_customer_after_the_end_gives_the_last_polls_anew() {
        states("QrTokenCreated", "QrTokenCreated", "QrTokenCreated", "QrTokenCreated", "Wait", "Processed");
        FollowedPayment following = follow(Duration.ZERO);
        assertThat(moments()).containsExactly(5, 10, 12, 17, 22, 27);
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void cancelling_while_the_bank_is_asked_gives_the_question_up() {
        CompletableFuture<PaymentStatus> question = new CompletableFuture<>();
        answers.add(() -> question);
        FollowedPayment following = follow(Duration.ZERO);
        assertThat(moments()).containsExactly(5);
        following.cancel();
        assertThat(question).isCancelled();
        assertThat(background.waiting()).isZero();
    }

    @Test
    void an_answer_after_a_cancellation_plans_nothing() {
        CompletableFuture<PaymentStatus> question = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        answers.add(() -> question);
        FollowedPayment following = follow(Duration.ZERO);
        moments();
        following.cancel();
        question.complete(PaymentStatus.of("Wait"));
        assertThat(background.waiting()).isZero();
    }

    @Test
    void a_question_that_breaks_or_fails_for_good_ends_the_following() {
        answers.add(() -> {
            throw new IllegalStateException("a mistake");
        });
        FollowedPayment broken = follow(Duration.ZERO);
        moments();
        assertThatThrownBy(broken.end()::join).hasRootCauseMessage("a mistake");
        answers.add(() -> CompletableFuture.failedFuture(new IllegalStateException("no failure of a bank")));
        FollowedPayment failed = follow(Duration.ZERO);
        moments();
        assertThatThrownBy(failed.end()::join).hasRootCauseMessage("no failure of a bank");
        fails(ConnectionFailed.lasting("id", "revoked", new IllegalStateException()));
        FollowedPayment refused = follow(Duration.ZERO);
        moments();
        assertThatThrownBy(refused.end()::join).hasCauseInstanceOf(ConnectionFailed.class);
    }
}
