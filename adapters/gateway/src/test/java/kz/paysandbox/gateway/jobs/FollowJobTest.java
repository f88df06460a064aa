package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowJobTest {
    private static Duration pause(PaymentKind kind, int failures, Duration asked) {
        return FollowJob.pause(TestPayments.of(kind, ServiceStatus.PENDING), failures, asked);
    }

    @ParameterizedTest
    @EnumSource(names = {"QR", "LINK"})
    void a_code_is_asked_for_at_its_rhythm_and_then_slower(PaymentKind kind) {
        assertThat(List.of(0, 1, 2, 3, 4, 50))
                .extracting(failures -> pause(kind, failures, Duration.ZERO).toSeconds())
                .containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVOICE", "WIDGET", "SAVED_CARD"})
    void others_are_asked_for_after_the_usual_pauses(PaymentKind kind) {
        assertThat(List.of(0, 1, 4, 50))
                .extracting(failures -> pause(kind, failures, Duration.ZERO).toMinutes())
                .containsExactly(1L, 5L, 360L, 360L);
    }

    @Test
    void the_banks_own_wish_counts_where_it_is_longer_up_to_an_hour() {
        assertThat(pause(PaymentKind.QR, 0, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(5));
        assertThat(pause(PaymentKind.QR, 0, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(pause(PaymentKind.QR, 0, Duration.ofDays(1))).isEqualTo(Duration.ofHours(1));
    }
}
