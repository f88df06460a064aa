package kz.paysandbox.adapters.kaspi;

import static kz.paysandbox.adapters.kaspi.KaspiTestStand.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment.Outcome;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;

class FollowTest {
    private final KaspiTestStand stand = new KaspiTestStand();
    private final List<String> changes = new ArrayList<>();

    @Test
    void polls_at_the_announced_interval_until_a_final_state() {
        QrPayment payment = created(7, 180, 65);
        states("QrTokenCreated", "Wait", "Wait", "Processed");
        FollowedPayment following = follow(payment);
        assertThat(stand.background.runToTheEnd()).containsExactly(seconds(7), seconds(14), seconds(21), seconds(28));
        assertThat(changes).containsExactly("QrTokenCreated", "Wait", "Processed");
        assertThat(following.end().join())
                .isEqualTo(new FollowedPayment.End(PaymentStatus.of("Processed"), Outcome.PAID));
    }

    @Test
    void stops_when_the_code_is_never_scanned() {
        QrPayment payment = created(5, 12, 65);
        states("QrTokenCreated", "QrTokenCreated", "Error");
        FollowedPayment following = follow(payment);
        assertThat(stand.background.runToTheEnd()).containsExactly(seconds(5), seconds(10), seconds(12));
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.NOT_PAID);
    }

    @Test
    void without_a_final_state_it_is_asked_a_few_times_more_and_then_nothing_is_claimed() {
        QrPayment payment = created(5, 12, 65);
        states(
                "QrTokenCreated",
                "QrTokenCreated",
                "QrTokenCreated",
                "QrTokenCreated",
                "QrTokenCreated",
                "QrTokenCreated");
        FollowedPayment following = follow(payment);
        assertThat(stand.background.runToTheEnd())
                .containsExactly(seconds(5), seconds(10), seconds(12), seconds(17), seconds(22), seconds(27));
        assertThat(following.end().join())
                .isEqualTo(new FollowedPayment.End(PaymentStatus.of("QrTokenCreated"), Outcome.UNCONFIRMED));
    }

    @Test
    void a_bank_that_cannot_be_reached_says_neither_paid_nor_not_paid() {
        QrPayment payment = created(5, 12, 65);
        for (int poll = 0; poll < 6; poll++) {
            stand.bank.losesTheAnswer();
        }
        FollowedPayment following = follow(payment);
        stand.background.runToTheEnd();
        assertThat(following.end().join())
                .isEqualTo(new FollowedPayment.End(PaymentStatus.of(""), Outcome.UNCONFIRMED));
    }

    @Test
    void a_calendar_that_is_moved_ends_nothing() {
        QrPayment payment = created(5, 60, 65);
        FollowedPayment following = follow(payment);
        stand.time.moveCalendar(Duration.ofHours(2));
        states("QrTokenCreated", "QrTokenCreated", "QrTokenCreated", "QrTokenCreated", "Wait", "Processed");
        stand.background.runToTheEnd();
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.PAID);

        QrPayment older = created(5, 12, 65);
        stand.time.moveCalendar(Duration.ofHours(-4));
        states("QrTokenCreated", "Wait", "Processed");
        FollowedPayment back = follow(older);
        stand.background.runToTheEnd();
        assertThat(back.end().join().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void a_link_that_is_opened_late_lives_on() {
        QrPayment payment = created(5, 12, 20);
        states("QrTokenCreated", "RemotePaymentCreated", "RemotePaymentCreated", "RemotePaymentCreated", "Processed");
        FollowedPayment following = follow(payment);
        stand.background.runToTheEnd();
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void states_that_come_and_go_do_not_prolong_it_for_ever() {
        QrPayment payment = created(5, 12, 6);
        states("Wait", "QrTokenCreated", "Wait", "QrTokenCreated", "Wait", "QrTokenCreated", "Wait");
        FollowedPayment following = follow(payment);
        assertThat(stand.background.runToTheEnd()).hasSizeLessThan(8);
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.UNCONFIRMED);
    }

    @Test
    void the_confirmation_time_runs_from_the_first_wait() {
        QrPayment payment = created(5, 12, 8);
        states("QrTokenCreated", "Wait", "Wait", "RemotePaymentCanceled");
        FollowedPayment following = follow(payment);
        assertThat(stand.background.runToTheEnd()).containsExactly(seconds(5), seconds(10), seconds(15), seconds(18));
        assertThat(following.end().join())
                .isEqualTo(new FollowedPayment.End(PaymentStatus.of("RemotePaymentCanceled"), Outcome.NOT_PAID));
    }

    @Test
    void a_passing_failure_costs_one_poll() {
        QrPayment payment = created(5, 60, 60);
        stand.bank.losesTheAnswer().answers(503, "").answers(429, "");
        states("Error");
        FollowedPayment following = follow(payment);
        assertThat(stand.background.runToTheEnd()).hasSize(4);
        assertThat(following.end().join().status().kind()).isEqualTo(PaymentStatus.Kind.ERROR);
    }

    @Test
    void a_lasting_failure_ends_it() {
        QrPayment payment = created(5, 60, 60);
        stand.bank.answers("{\"StatusCode\":-1601}");
        FollowedPayment following = follow(payment);
        stand.background.runToTheEnd();
        assertThatThrownBy(() -> following.end().join()).hasCauseInstanceOf(Rejected.class);
    }

    @Test
    void nothing_is_asked_after_a_cancellation() {
        QrPayment payment = created(5, 60, 60);
        int before = stand.bank.requests().size();
        follow(payment).cancel();
        stand.background.runToTheEnd();
        assertThat(stand.bank.requests()).hasSize(before);
    }

    @Test
    void a_listener_that_throws_stops_nothing() {
        QrPayment payment = created(5, 60, 60);
        states("Wait", "Processed");
        FollowedPayment following = stand.r2.follow(payment, status -> {
            throw new IllegalStateException("screen is off");
        });
        stand.background.runToTheEnd();
        assertThat(following.end().join().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void a_thousand_payments_need_no_thread_between_polls() {
        for (int i = 0; i < 1000; i++) {
            follow(created(5, 180, 65));
        }
        assertThat(stand.background.waiting()).isEqualTo(1000);
        stand.r2.close();
        assertThat(stand.background.waiting()).isZero();
    }

    @Test
    void closing_the_client_ends_a_following() {
        FollowedPayment following = follow(created(5, 60, 60));
        stand.r2.close();
        assertThatThrownBy(() -> following.end().join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void an_error_in_the_listener_ends_the_following_with_it() {
        QrPayment payment = created(5, 60, 60);
        states("Wait");
        FollowedPayment following = stand.r2.follow(payment, status -> {
            throw new StackOverflowError();
        });
        stand.background.runToTheEnd();
        assertThatThrownBy(() -> following.end().join()).hasCauseInstanceOf(StackOverflowError.class);
    }

    private FollowedPayment follow(QrPayment payment) {
        return stand.r2.follow(payment, status -> changes.add(status.raw()));
    }

    private QrPayment created(int interval, int scan, int confirm) {
        stand.bank.answers(
                "{\"StatusCode\":0,\"Data\":{\"QrToken\":\"5\",\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\","
                        + "\"QrPaymentId\":15,\"PaymentMethods\":[],\"QrPaymentBehaviorOptions\":{\"StatusPollingInterval\":"
                        + interval + ",\"QrCodeScanWaitTimeout\":" + scan + ",\"PaymentConfirmationTimeout\":" + confirm
                        + "}}}");
        return stand.r2.createQr(Order.of(DEVICE, Tenge.of(1))).orThrow();
    }

    private void states(String... words) {
        for (String word : words) {
            stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"" + word + "\"}}");
        }
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
