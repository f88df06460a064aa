package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;

/** Card payments that nobody asks for, up to their end and at it. */
class CardFollowTest extends CardScene {
    private Payment ordered(String order) {
        return ok(open(750, Optional.of(order))).payment();
    }

    private void paid(Payment payment, String word) {
        bank.paid(payment.bank().invoiceId().orElseThrow(), 750, word);
    }

    private Optional<Duration> followed(Payment payment) {
        return looks.follow(payment.id(), TestRhythms.FOLLOW)
                .map(next -> Duration.between(payment.dates().createdAt(), next));
    }

    private List<String> attention() {
        return database.transaction(
                sql -> sql.query("select kind from attention where state = 'open'", row -> row.getString("kind")));
    }

    @Test
    void a_declined_payment_that_another_card_has_paid_is_completed_at_its_end() {
        Payment payment = ordered("A-1");
        paid(payment, "REJECT");
        clock.advance(Duration.ofHours(1));
        assertThat(followed(payment)).contains(Duration.ofHours(2));
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.FAILED);
        paid(payment, "CHARGE");
        clock.advance(Duration.ofHours(1));
        assertThat(followed(payment)).isEmpty();
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(rows("receipt")).isEqualTo(1);
    }

    @Test
    void a_declined_payment_is_asked_for_at_its_end_and_no_more() {
        Payment payment = ordered("A-1");
        paid(payment, "REJECT");
        clock.advance(Duration.ofHours(1));
        followed(payment);
        clock.advance(Duration.ofHours(5));
        bank.asked.clear();
        assertThat(followed(payment)).isEmpty();
        assertThat(bank.asked).containsExactly("status");
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.FAILED);
    }

    @Test
    void a_payment_that_was_written_while_the_bank_was_asked_is_not_given_up() {
        Payment payment = ordered("A-1");
        clock.advance(Duration.ofHours(2));
        bank.whenAsked = () -> {
            clock.advance(Duration.ofSeconds(1));
            ledger.read(
                    payment.id(), new BankReading(Optional.of(ServiceStatus.PROCESSING), "3D", false, false), p -> p);
            paid(payment, "CHARGE");
        };
        assertThat(followed(payment)).isPresent();
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.PROCESSING);
        bank.whenAsked = () -> {};
        clock.advance(Duration.ofMinutes(5));
        assertThat(followed(payment)).isEmpty();
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.COMPLETED);
    }

    @Test
    void an_order_that_is_paid_and_repeated_is_the_same_payment() {
        Payment payment = ordered("A-1");
        paid(payment, "CHARGE");
        clock.advance(Duration.ofSeconds(5));
        assertThat(ok(looks.look(payment)).bank().card().cardId()).contains("card-1");
        assertThat(ordered("A-1").id()).isEqualTo(payment.id());
    }

    @Test
    void a_payment_that_came_late_and_went_back_leaves_its_order_free() {
        Payment payment = ordered("A-1");
        clock.advance(Duration.ofHours(2));
        assertThat(followed(payment)).isEmpty();
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.EXPIRED);
        Payment second = ordered("A-1");
        paid(payment, "CHARGE");
        bank.shows(payment.bank().invoiceId().orElseThrow(), 750, "REFUND", 0);
        clock.advance(Duration.ofSeconds(5));
        ok(looks.look(now(payment)));
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.REFUNDED);
        assertThat(attention()).doesNotContain("order");
        assertThat(ordered("A-1").id()).isEqualTo(second.id());
    }

    @Test
    void a_transaction_that_the_bank_shows_is_put_into_its_payment() {
        Payment payment = ordered("A-1");
        assertThat(looks.transaction(payment)).isEmpty();
        assertThat(now(payment).status()).isEqualTo(ServiceStatus.PENDING);
        paid(payment, "AUTH");
        assertThat(looks.transaction(payment).orElseThrow().state().raw()).isEqualTo("AUTH");
        assertThat(now(payment).state().authorized()).isTrue();
    }

    @Test
    void who_looks_while_the_bank_is_being_asked_is_told_what_it_says() throws Exception {
        Payment payment = ordered("A-1");
        FutureTask<ServiceStatus> second =
                new FutureTask<>(() -> ok(looks.look(payment)).status());
        Thread reader = new Thread(second);
        bank.whenAsked = () -> {
            reader.start();
            Await.until("the second waits", () -> reader.getState() == Thread.State.TIMED_WAITING);
            paid(payment, "CHARGE");
        };
        looks.asking(payment.id(), () -> looks.transaction(payment));
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(bank.asked).containsOnlyOnce("status");
    }

    @Test
    void what_asks_the_bank_is_done_after_a_look_that_is_open() throws Exception {
        Payment payment = ordered("A-1");
        FutureTask<Boolean> second =
                new FutureTask<>(() -> looks.asking(payment.id(), () -> bank.asked.add("done after")), true);
        Thread callback = new Thread(second);
        bank.whenAsked = () -> {
            callback.start();
            Await.until("it waits", () -> callback.getState() == Thread.State.TIMED_WAITING);
            bank.asked.add("answered");
        };
        ok(looks.look(payment));
        assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(bank.asked).endsWith("status", "answered", "done after");
    }

    @Test
    void who_may_not_ask_again_is_told_what_is_kept_by_now() {
        Payment payment = ordered("A-1");
        paid(payment, "CHARGE");
        clock.advance(Duration.ofSeconds(5));
        ok(looks.look(payment));
        bank.asked.clear();
        assertThat(ok(looks.look(payment)).status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(bank.asked).isEmpty();
    }
}
