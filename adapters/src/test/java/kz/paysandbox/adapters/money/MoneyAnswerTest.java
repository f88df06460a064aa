package kz.paysandbox.adapters.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.error.Rejected;
import org.junit.jupiter.api.Test;

class MoneyAnswerTest {
    private static final List<PaymentException> REASONS = List.of(
            ConnectionFailed.passing("id", "refused", new IOException()),
            OutcomeUnknown.lost("id", "lost", null),
            Rejected.of("id", -1601, "no"),
            AuthenticationFailed.of("id", "who?"),
            RateLimited.of("id"),
            ProtocolViolation.unreadable("id", "HTML", null),
            ProtocolViolation.refused("id", "HTTP 404"));

    @Test
    void not_applied_is_thrown_as_not_applied_whatever_the_reason_was() {
        assertThat(REASONS)
                .allSatisfy(reason -> assertThatThrownBy(() ->
                                MoneyAnswer.notApplied(reason, "status Error").orThrow())
                        .hasCause(reason)
                        .hasMessageContaining("status Error")
                        .isInstanceOfSatisfying(
                                PaymentException.class,
                                thrown -> assertThat(thrown.effect()).isEqualTo(Effect.NONE)));
    }

    @Test
    void unknown_is_thrown_as_possibly_applied_whatever_the_reason_was() {
        assertThat(REASONS)
                .allSatisfy(reason -> assertThatThrownBy(
                                () -> MoneyAnswer.unknown(reason, "status Wait").orThrow())
                        .hasCause(reason)
                        .isInstanceOfSatisfying(PaymentException.class, thrown -> {
                            assertThat(thrown.effect()).isEqualTo(Effect.POSSIBLE);
                            assertThat(thrown.finding()).isEqualTo("status Wait");
                        }));
    }
}
