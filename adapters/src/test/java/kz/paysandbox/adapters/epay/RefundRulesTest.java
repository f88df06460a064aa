package kz.paysandbox.adapters.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;

/** What is refused before a refund leaves. */
class RefundRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void refund_rules() {
        RefundRules rules = RefundRules.DOCUMENTED.within(Duration.ofDays(2));
        assertThat(rules.objection(Tenge.parse("9.99"), Optional.empty(), NOON)).isPresent();
        assertThat(rules.objection(Tenge.of(10), Optional.empty(), NOON)).isEmpty();
        Optional<Instant> paid = Optional.of(NOON.minus(Duration.ofDays(2)));
        assertThat(rules.objection(Tenge.of(10), paid, NOON)).isEmpty();
        assertThat(rules.objection(Tenge.of(10), paid, NOON.plusMillis(1))).isPresent();
        assertThat(RefundRules.DOCUMENTED.objection(Tenge.of(10), paid, NOON.plusSeconds(999_999)))
                .isEmpty();
    }
}
