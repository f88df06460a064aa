package kz.paysandbox.adapters.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.Sleeper;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private final List<Duration> slept = new ArrayList<>();
    private final Reconciliation reconciliation = Reconciliation.of(slept::add);
    private final OutcomeUnknown lost = OutcomeUnknown.lost("id", "lost", null);

    @Test
    void an_answered_call_is_applied_without_a_look() {
        MoneyAnswer<String> answer = settle(reconciliation, () -> "done", ReconciliationTest::neverLooked);
        assertThat(answer).isEqualTo(MoneyAnswer.applied("done"));
        assertThat(answer.settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(answer.orThrow()).isEqualTo("done");
        assertThat(answer.ifApplied()).contains("done");
        assertThat(slept).isEmpty();
    }

    @Test
    void a_refused_call_is_not_applied_without_a_look() {
        Rejected refusal = Rejected.of("id", -99000005, "too much");
        MoneyAnswer<String> answer = settle(
                reconciliation,
                () -> {
                    throw refusal;
                },
                ReconciliationTest::neverLooked);
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(answer.ifApplied()).isEmpty();
        assertThatThrownBy(answer::orThrow).isInstanceOf(Rejected.class).hasCause(refusal);
        assertThat(slept).isEmpty();
    }

    @Test
    void the_first_proof_ends_the_looking() {
        MoneyAnswer<String> applied = lost(() -> Clue.applied("found", "status Processed"));
        assertThat(applied).isEqualTo(MoneyAnswer.applied("found"));
        MoneyAnswer<String> not = lost(() -> Clue.notApplied("status Error"));
        assertThat(not).isEqualTo(MoneyAnswer.notApplied(lost, "status Error"));
        assertThat(slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void books_that_stay_unchanged_prove_nothing_however_long_they_do() {
        MoneyAnswer<String> answer = lost(() -> Clue.unchanged("still 200.00"));
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(finding(answer)).isEqualTo("still 200.00");
        assertThat(slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));
    }

    @Test
    void who_wants_the_guess_asks_for_it_by_name() {
        Reconciliation guessing = reconciliation.assuming(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED);
        assertThat(guessing.assumes(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED))
                .isTrue();
        assertThat(reconciliation.assumes(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED))
                .isFalse();
        MoneyAnswer<String> answer = settle(guessing, this::lose, () -> Clue.unchanged("still 200.00"));
        assertThat(answer.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(finding(answer)).isEqualTo("still 200.00; taken for not applied by assumption");
        assertThat(ReconciliationTest.<String>settle(guessing, this::lose, () -> Clue.undecided("moved"))
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void an_unknown_answer_can_be_looked_at_again_without_a_call_or_a_wait() {
        List<Clue<String>> books =
                new ArrayList<>(List.of(Clue.undecided("nothing"), Clue.applied("found", "Processed")));
        MoneyAnswer.Unknown<String> unknown = (MoneyAnswer.Unknown<String>)
                settle(new Reconciliation(List.of(Duration.ZERO), slept::add), this::lose, () -> books.remove(0));
        assertThat(unknown.recheck()).isEqualTo(MoneyAnswer.applied("found"));
        assertThat(slept).hasSize(1);
        assertThat(unknown.toString()).contains("nothing").doesNotContain("Lambda");
    }

    @Test
    void what_offers_nothing_to_look_at_stays_what_it_is() {
        MoneyAnswer<String> answer = without(this::lose, "ask the customer");
        assertThat(answer).isEqualTo(MoneyAnswer.unknown(lost, "ask the customer"));
        assertThat(((MoneyAnswer.Unknown<String>) answer).recheck()).isSameAs(answer);
        assertThat(without(() -> "done", "").orThrow()).isEqualTo("done");
        assertThat(this.<String>without(
                                () -> {
                                    throw Rejected.of("id", -1501, "");
                                },
                                "")
                        .settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
    }

    @Test
    void an_answer_that_proves_nothing_is_looked_into_once_and_the_look_knows_it() {
        Rejected busy = Rejected.forNow("id", -999, "later");
        MoneyAnswer<String> answer = settle(
                reconciliation,
                () -> {
                    throw busy;
                },
                (Function<PaymentException, Clue<String>>) failure -> {
                    assertThat(failure).isSameAs(busy);
                    return Clue.undecided("as before");
                });
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(slept).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void looks_that_decide_nothing_leave_it_unknown() {
        MoneyAnswer<String> answer = lost(() -> Clue.undecided("status Wait"));
        assertThat(finding(answer)).isEqualTo("status Wait");
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(answer.ifApplied()).isEmpty();
        assertThatThrownBy(answer::orThrow)
                .isInstanceOf(OutcomeUnknown.class)
                .hasCause(lost)
                .hasMessageContaining("status Wait");
    }

    @Test
    void looks_that_fail_leave_it_unknown_and_say_why() {
        MoneyAnswer<String> answer = lost(() -> {
            throw OutcomeUnknown.lost("id-2", "also lost", null);
        });
        assertThat(answer.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(finding(answer)).contains("the look failed too").contains("id-2");
    }

    @Test
    void an_interrupt_ends_the_looking_and_is_kept() {
        Reconciliation interrupted = Reconciliation.of(duration -> {
            throw new InterruptedException();
        });
        MoneyAnswer<String> answer = settle(interrupted, this::lose, ReconciliationTest::neverLooked);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(finding(answer)).contains("interrupted").contains("nothing was looked at");
    }

    @Test
    void a_look_that_breaks_and_a_wait_that_is_refused_leave_it_unknown() {
        MoneyAnswer<String> broken = lost(() -> {
            throw new RejectedExecutionException("no room");
        });
        assertThat(broken.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(finding(broken)).contains("the look failed too").contains("no room");
        Sleeper full = new Sleeper() {
            @Override
            public void sleep(Duration duration) {
                throw new AssertionError("a thread would be held");
            }

            @Override
            public CompletableFuture<Void> pause(Duration duration) {
                return CompletableFuture.failedFuture(new RejectedExecutionException("no room"));
            }
        };
        MoneyAnswer<String> refused = Futures.start(
                        Runnable::run,
                        execution -> Reconciliation.of(full)
                                .<String>settle(
                                        execution,
                                        () -> CompletableFuture.failedFuture(lost),
                                        (by, failure) -> CompletableFuture.completedFuture(neverLooked())))
                .join();
        assertThat(refused.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(finding(refused)).contains("the wait for a look failed").contains("nothing was looked at");
        assertThatThrownBy(() -> lost(() -> {
                    throw new StackOverflowError("a mistake");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void one_look_is_one_look() {
        settle(reconciliation.once(), this::lose, () -> Clue.<String>unchanged("still"));
        assertThat(slept).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void the_number_of_looks_and_the_clues_are_bounded() {
        assertThatThrownBy(() -> new Reconciliation(List.of(), slept::add)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Reconciliation(Collections.nCopies(11, Duration.ZERO), slept::add))
                .hasMessageContaining("not 11");
        assertThat(new Reconciliation(Collections.nCopies(10, Duration.ZERO), slept::add))
                .isNotNull();
        assertThatThrownBy(() -> new Clue<>(Settlement.APPLIED, false, Optional.empty(), ""))
                .hasMessageContaining("value");
        assertThatThrownBy(() -> new Clue<>(Settlement.UNKNOWN, false, Optional.of("x"), ""))
                .hasMessageContaining("value");
        assertThatThrownBy(() -> new Clue<>(Settlement.NOT_APPLIED, true, Optional.empty(), ""))
                .hasMessageContaining("prove nothing");
    }

    private static <T> MoneyAnswer<T> settle(Reconciliation how, Supplier<T> call, Supplier<Clue<T>> look) {
        return settle(how, call, (Function<PaymentException, Clue<T>>) failure -> look.get());
    }

    private static <T> MoneyAnswer<T> settle(
            Reconciliation how, Supplier<T> call, Function<PaymentException, Clue<T>> look) {
        return Futures.now(how.settle(
                Execution.BLOCKING,
                () -> CompletableFuture.completedFuture(call.get()),
                (by, failure) -> CompletableFuture.completedFuture(look.apply(failure))));
    }

    private <T> MoneyAnswer<T> without(Supplier<T> call, String advice) {
        return Futures.now(reconciliation.without(() -> CompletableFuture.completedFuture(call.get()), advice));
    }

    private MoneyAnswer<String> lost(Supplier<Clue<String>> look) {
        return settle(reconciliation, this::lose, look);
    }

    private String lose() {
        throw lost;
    }

    private static Clue<String> neverLooked() {
        throw new AssertionError("looked");
    }

    private static String finding(MoneyAnswer<String> answer) {
        return answer.fold(yes -> "", no -> no.finding(), unknown -> unknown.finding());
    }
}
