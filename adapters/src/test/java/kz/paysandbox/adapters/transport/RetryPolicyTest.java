package kz.paysandbox.adapters.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.error.Rejected;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Duration LEFT = Duration.ofSeconds(30);
    private final PaymentException lost = OutcomeUnknown.lost("id", "lost", null);
    private final RetryPolicy policy = new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300), 0.5);

    @Test
    void pauses_double_up_to_the_longest() {
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, lost, LEFT, 0)).contains(Duration.ofMillis(100));
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 2, lost, LEFT, 0)).contains(Duration.ofMillis(200));
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 3, lost, LEFT, 0)).contains(Duration.ofMillis(300));
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 4, lost, LEFT, 0)).isEmpty();
    }

    @Test
    void chance_takes_away_at_most_the_jitter() {
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, lost, LEFT, 1)).contains(Duration.ofMillis(50));
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, lost, LEFT, 0.5)).contains(Duration.ofMillis(75));
    }

    @Test
    void money_is_never_sent_again() {
        assertThat(policy.pauseAfter(Repeat.NEVER, 1, lost, LEFT, 0)).isEmpty();
        assertThat(policy.pauseAfter(Repeat.NEVER, 1, RateLimited.of("id"), LEFT, 0))
                .isEmpty();
    }

    @Test
    void a_lasting_failure_is_not_repeated() {
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, Rejected.of("id", -1601, ""), LEFT, 0))
                .isEmpty();
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, Rejected.forNow("id", -999, ""), LEFT, 0))
                .isPresent();
    }

    @Test
    void the_bank_names_the_pause_and_the_deadline_limits_it() {
        PaymentException limited = RateLimited.of("id", Duration.ofSeconds(7));
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, limited, LEFT, 0)).contains(Duration.ofSeconds(7));
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, limited, Duration.ofSeconds(7), 0))
                .isEmpty();
        assertThat(policy.pauseAfter(Repeat.HARMLESS, 1, RateLimited.of("id"), LEFT, 0))
                .contains(Duration.ofMillis(100));
    }

    @Test
    void no_policy_means_one_attempt() {
        assertThat(RetryPolicy.none().pauseAfter(Repeat.HARMLESS, 1, lost, LEFT, 0))
                .isEmpty();
        assertThat(RetryPolicy.standard().attempts()).isEqualTo(3);
    }

    @Test
    void bounds_are_checked_at_once() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new RetryPolicy(0, second, second, 0)).hasMessageContaining("attempts");
        assertThatThrownBy(() -> new RetryPolicy(11, second, second, 0)).hasMessageContaining("attempts");
        assertThatThrownBy(() -> new RetryPolicy(1, second.negated(), second, 0))
                .hasMessageContaining("pauses");
        assertThatThrownBy(() -> new RetryPolicy(1, second, Duration.ZERO, 0)).hasMessageContaining("pauses");
        assertThatThrownBy(() -> new RetryPolicy(1, second, second, 1.1)).hasMessageContaining("jitter");
        assertThatThrownBy(() -> new RetryPolicy(1, second, second, -0.1)).hasMessageContaining("jitter");
        assertThatThrownBy(() -> new RetryPolicy(1, second, second, Double.NaN)).hasMessageContaining("jitter");
        assertThat(new RetryPolicy(10, second, second, 1)).isNotNull();
        assertThat(new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0)).isNotNull();
    }
}
