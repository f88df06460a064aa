package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.Await;
import org.junit.jupiter.api.Test;

/** One question about a payment at a time; the second reader waits for its answer. */
class OpenQuestionsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final OpenQuestions questions = new OpenQuestions(LONG);

    @Test
    void a_question_alone_is_asked_and_so_is_the_next() {
        assertThat(questions.ask("1", () -> "a")).contains("a");
        assertThat(questions.ask("1", () -> "b")).contains("b");
    }

    @Test
    void a_question_about_another_payment_is_asked_meanwhile() {
        assertThat(questions.ask("1", () -> questions.ask("2", () -> "b").orElse("not asked")))
                .contains("b");
    }

    @Test
    void the_second_reader_waits_until_the_first_has_its_answer() throws Exception {
        FutureTask<Optional<String>> second = new FutureTask<>(() -> questions.ask("1", () -> "asked again"));
        Thread reader = new Thread(second);
        Optional<Boolean> waited = questions.ask("1", () -> {
            reader.start();
            Await.until("the second waits", () -> reader.getState() == Thread.State.TIMED_WAITING);
            return !second.isDone();
        });
        assertThat(waited).contains(true);
        assertThat(second.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void the_second_reader_does_not_wait_longer_than_its_patience() {
        OpenQuestions impatient = new OpenQuestions(Duration.ofMillis(1));
        assertThat(impatient.ask(
                        "1", () -> impatient.ask("1", () -> "asked again").isEmpty()))
                .contains(true);
    }

    @Test
    void a_question_that_failed_is_open_no_more() {
        assertThatThrownBy(() -> questions.ask("1", () -> {
                    throw new IllegalStateException("the bank is away");
                }))
                .hasMessage("the bank is away");
        assertThat(questions.ask("1", () -> "a")).contains("a");
    }

    @Test
    void a_reader_that_is_interrupted_goes_on_and_stays_interrupted() {
        Optional<Boolean> interrupted = questions.ask("1", () -> {
            Thread.currentThread().interrupt();
            boolean empty = questions.ask("1", () -> "asked again").isEmpty();
            return Thread.interrupted() && empty;
        });
        assertThat(interrupted).contains(true);
    }
}
