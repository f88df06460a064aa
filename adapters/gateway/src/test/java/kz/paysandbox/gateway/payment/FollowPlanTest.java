package kz.paysandbox.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.gateway.TestRhythms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FollowPlanTest {
    private static final Instant MADE = TestPayments.MADE;

    private static Instant at(String sinceMade) {
        return MADE.plus(Duration.parse(sinceMade));
    }

    @ParameterizedTest
    @CsvSource({
        "INVOICE, PT0S, PT2H",
        "INVOICE, PT1H, PT2H",
        "QR, PT0S, PT5S",
        "LINK, PT10S, PT15S",
        "QR, PT1H59M58S, PT2H",
        "WIDGET, PT0S, PT1M",
        "WIDGET, PT1M, PT5M",
        "WIDGET, PT4M59S, PT5M",
        "WIDGET, PT5M, PT15M",
        "SAVED_CARD, PT15M, PT1H",
        "WIDGET, PT1H, PT2H",
        "WIDGET, PT2H, PT2H5M",
        "INVOICE, PT3H, PT4H",
        "WIDGET, PT2H7M, PT2H14M",
        "INVOICE, PT50H, PT74H"
    })
    void an_open_payment_is_looked_at_next(PaymentKind kind, String now, String next) {
        Payment payment = TestPayments.of(kind, ServiceStatus.PENDING);
        assertThat(TestRhythms.FOLLOW.next(payment, at(now))).contains(at(next));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED", "REFUNDED", "EXPIRED"})
    void an_ended_payment_is_not_looked_at(ServiceStatus status) {
        Payment payment = TestPayments.of(PaymentKind.QR, status);
        assertThat(TestRhythms.FOLLOW.next(payment, MADE)).isEmpty();
        assertThat(FollowPlan.over(payment, at("PT3H"))).isFalse();
    }

    @Test
    void a_payment_is_given_up_at_its_end_unless_money_is_held() {
        Payment payment = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PROCESSING);
        assertThat(FollowPlan.over(payment, at("PT1H59M59S"))).isFalse();
        assertThat(FollowPlan.over(payment, at("PT2H"))).isTrue();
        PaymentState state = payment.state();
        Payment held = payment.in(
                new PaymentState(state.status(), state.bankWord(), true, false, state.failure(), state.reasonCode()));
        assertThat(FollowPlan.over(held, at("PT2H"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELLED"})
    void a_declined_card_payment_is_looked_at_until_its_end(ServiceStatus status) {
        Payment payment = TestPayments.of(PaymentKind.WIDGET, status);
        assertThat(TestRhythms.FOLLOW.next(payment, at("PT2M"))).contains(at("PT5M"));
        assertThat(FollowPlan.follows(payment, at("PT1H59M59S"))).isTrue();
        assertThat(TestRhythms.FOLLOW.next(payment, at("PT2H"))).isEmpty();
        assertThat(FollowPlan.follows(TestPayments.of(PaymentKind.SAVED_CARD, status), at("PT2M")))
                .isFalse();
    }
}
