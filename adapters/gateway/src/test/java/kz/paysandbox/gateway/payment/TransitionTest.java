package kz.paysandbox.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {
    private static final Instant NOW = TestPayments.MADE.plusSeconds(60);
    private static final Set<ServiceStatus> MONEY = EnumSet.of(ServiceStatus.COMPLETED, ServiceStatus.REFUNDED);

    private static BankReading reading(ServiceStatus to) {
        return new BankReading(Optional.of(to), to.word(), false, MONEY.contains(to));
    }

    private static Transition of(ServiceStatus from, ServiceStatus to) {
        return Transition.of(TestPayments.of(PaymentKind.WIDGET, from), reading(to), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, PENDING, PENDING",
        "PENDING, PROCESSING, PROCESSING",
        "PENDING, COMPLETED, COMPLETED",
        "PENDING, FAILED, FAILED",
        "PENDING, CANCELLED, CANCELLED",
        "PENDING, REFUNDED, REFUNDED",
        "PROCESSING, PENDING, PROCESSING",
        "PROCESSING, PROCESSING, PROCESSING",
        "PROCESSING, COMPLETED, COMPLETED",
        "PROCESSING, FAILED, FAILED",
        "PROCESSING, CANCELLED, CANCELLED",
        "COMPLETED, COMPLETED, COMPLETED",
        "COMPLETED, REFUNDED, REFUNDED",
        "FAILED, COMPLETED, COMPLETED",
        "EXPIRED, COMPLETED, COMPLETED",
        "CANCELLED, COMPLETED, COMPLETED",
        "EXPIRED, REFUNDED, REFUNDED",
        "EXPIRED, PENDING, EXPIRED",
        "EXPIRED, FAILED, EXPIRED",
        "FAILED, PROCESSING, FAILED",
        "CANCELLED, CANCELLED, CANCELLED",
        "REFUNDED, REFUNDED, REFUNDED",
        "REFUNDED, COMPLETED, REFUNDED"
    })
    void a_reading_moves_a_payment_as_the_table_says(ServiceStatus from, ServiceStatus to, ServiceStatus after) {
        Transition transition = of(from, to);
        assertThat(transition).isNotInstanceOf(Transition.Contradiction.class);
        assertThat(transition.payment().status()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, PENDING",
        "COMPLETED, PROCESSING",
        "COMPLETED, FAILED",
        "COMPLETED, CANCELLED",
        "REFUNDED, PENDING",
        "REFUNDED, FAILED"
    })
    void a_paid_payment_is_never_unpaid_again(ServiceStatus from, ServiceStatus to) {
        Transition transition = of(from, to);
        assertThat(transition).isInstanceOf(Transition.Contradiction.class);
        assertThat(transition.payment().status()).isEqualTo(from);
        assertThat(((Transition.Contradiction) transition).why()).contains(to.word());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "EXPIRED", "CANCELLED"})
    void money_that_comes_after_the_end_is_late(ServiceStatus from) {
        Payment after = of(from, ServiceStatus.COMPLETED).payment();
        assertThat(after.state().late()).isTrue();
        assertThat(after.dates().paidAt()).contains(NOW);
    }

    @Test
    void money_in_time_is_not_late_and_has_its_time_once() {
        Payment paid = of(ServiceStatus.PROCESSING, ServiceStatus.COMPLETED).payment();
        assertThat(paid.state().late()).isFalse();
        assertThat(paid.dates().paidAt()).contains(NOW);
        Transition again = Transition.of(paid, reading(ServiceStatus.COMPLETED), NOW.plusSeconds(5));
        assertThat(again).isInstanceOf(Transition.Same.class);
        assertThat(again.payment().dates().paidAt()).contains(NOW);
    }

    @ParameterizedTest
    @EnumSource(ServiceStatus.class)
    void a_word_that_nobody_knows_ends_nothing(ServiceStatus from) {
        Transition transition = Transition.of(
                TestPayments.of(PaymentKind.WIDGET, from),
                new BankReading(Optional.empty(), "APPROVED", false, false),
                NOW);
        assertThat(transition.payment().status()).isEqualTo(from);
        assertThat(transition.payment().state().bankWord()).contains("APPROVED");
        assertThat(((Transition.Moved) transition).told()).isFalse();
    }

    @Test
    void a_hold_is_told_of_and_ends_with_the_charge() {
        Payment held = Transition.of(
                        TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PENDING),
                        new BankReading(Optional.of(ServiceStatus.PROCESSING), "AUTH", true, false),
                        NOW)
                .payment();
        assertThat(held.state().authorized()).isTrue();
        assertThat(held.dates().paidAt()).isEmpty();
        Transition charged = Transition.of(held, reading(ServiceStatus.COMPLETED), NOW);
        assertThat(charged.payment().state().authorized()).isFalse();
        assertThat(((Transition.Moved) charged).told()).isTrue();
        assertThat(((Transition.Moved) charged).from()).isEqualTo(ServiceStatus.PROCESSING);
    }

    @Test
    void a_completed_payment_has_no_failure_any_more() {
        Payment failed = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.FAILED);
        failed = failed.in(failed.state().because("declined"));
        Payment paid =
                Transition.of(failed, reading(ServiceStatus.COMPLETED), NOW).payment();
        assertThat(paid.state().failure()).isEmpty();
        Payment still =
                Transition.of(failed, reading(ServiceStatus.FAILED), NOW).payment();
        assertThat(still.state().failure()).contains("declined");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "EXPIRED", "CANCELLED"})
    void money_that_is_held_for_an_ended_payment_is_known_and_may_be_released(ServiceStatus from) {
        BankReading auth = new BankReading(Optional.of(ServiceStatus.PROCESSING), "AUTH", true, false);
        Payment held = Transition.of(TestPayments.of(PaymentKind.WIDGET, from), auth, NOW)
                .payment();
        assertThat(held.status()).isEqualTo(from);
        assertThat(held.state().authorized()).isTrue();
        assertThat(Transition.of(held, auth, NOW)).isInstanceOf(Transition.Same.class);
        Payment released =
                Transition.of(held, reading(ServiceStatus.CANCELLED), NOW).payment();
        assertThat(released.status()).isEqualTo(from);
        assertThat(released.state().authorized()).isFalse();
        assertThat(Transition.of(held, reading(ServiceStatus.COMPLETED), NOW)
                        .payment()
                        .state()
                        .late())
                .isTrue();
    }

    @Test
    void a_word_that_nobody_knows_releases_no_hold() {
        Payment payment = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PROCESSING);
        PaymentState state = payment.state();
        Payment held = payment.in(
                new PaymentState(state.status(), Optional.of("AUTH"), true, false, Optional.empty(), Optional.empty()));
        Payment after = Transition.of(held, new BankReading(Optional.empty(), "APPROVED", false, false), NOW)
                .payment();
        assertThat(after.state().authorized()).isTrue();
        assertThat(BankReading.known(after)).isFalse();
        assertThat(BankReading.known(held)).isTrue();
        assertThat(BankReading.known(payment)).isTrue();
    }
}
