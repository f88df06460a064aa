package kz.paysandbox.adapters.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.money.MoneyAnswer;
import org.junit.jupiter.api.Test;

class PaymentExceptionTest {
    private static final PaymentException.Cases<String> NAMES = new PaymentException.Cases<>(
            failure -> "connection failed",
            failure -> "outcome unknown",
            failure -> "rejected " + failure.code() + " " + failure.bankMessage(),
            failure -> "authentication failed",
            failure -> "rate limited " + failure.retryAfter(),
            failure -> "protocol violation",
            failure -> "not carried out",
            failure -> "not sent");

    private final IOException cause = new IOException("gone");

    private final Map<String, PaymentException> each = Map.of(
            "connection failed", ConnectionFailed.passing("id-7", "refused", cause),
            "outcome unknown", OutcomeUnknown.lost("id-7", "lost", cause),
            "rejected -1601 not found", Rejected.of("id-7", -1601, "not found"),
            "authentication failed", AuthenticationFailed.of("id-7", "no certificate"),
            "rate limited Optional[PT7S]", RateLimited.of("id-7", Duration.ofSeconds(7)),
            "rate limited Optional.empty", RateLimited.of("id-7"),
            "protocol violation", ProtocolViolation.unreadable("id-7", "HTML", null),
            "not carried out", NotCarriedOut.proved(OutcomeUnknown.lost("id-7", "lost", cause), "status Error"),
            "not sent", NotSent.forNow("id-7", "another refund is open"));

    @Test
    void each_member_folds_to_its_own_case() {
        each.forEach((name, failure) -> assertThat(failure.fold(NAMES)).isEqualTo(name));
    }

    @Test
    void each_message_ends_with_the_request_id() {
        assertThat(each.values()).allSatisfy(failure -> {
            assertThat(failure.requestId()).isEqualTo("id-7");
            assertThat(failure).hasMessageEndingWith("[X-Request-ID id-7]");
        });
    }

    @Test
    void only_a_lost_or_unreadable_answer_may_be_applied() {
        assertThat(each.entrySet().stream()
                        .filter(entry -> entry.getValue().effect() == Effect.POSSIBLE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("outcome unknown", "protocol violation");
        assertThat(ProtocolViolation.refused("id", "HTTP 404").effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void what_may_pass_by_itself_says_so() {
        assertThat(List.of(
                        ConnectionFailed.passing("id", "refused", cause),
                        OutcomeUnknown.lost("id", "lost", null),
                        Rejected.forNow("id", -999, "later"),
                        RateLimited.of("id"),
                        NotSent.forNow("id", "another refund is under way")))
                .allMatch(PaymentException::passing);
        assertThat(List.of(
                        ConnectionFailed.lasting("id", "certificate", cause),
                        OutcomeUnknown.abandoned("id", "interrupted", cause),
                        Rejected.of("id", -1601, "no"),
                        AuthenticationFailed.of("id", "who?"),
                        NotSent.untilSettled("id", "another refund is unknown"),
                        ProtocolViolation.unreadable("id", "HTML", cause)))
                .noneMatch(PaymentException::passing);
    }

    @Test
    void each_member_keeps_itself_when_it_is_told_what_the_books_showed() {
        each.forEach((name, failure) -> {
            PaymentException told = failure.withFinding("refundable was 200.00 and is 150.00 tenge");
            assertThat(told).hasSameClassAs(failure).hasCause(failure);
            assertThat(told.fold(NAMES)).isEqualTo(name);
            assertThat(told.effect()).isEqualTo(failure.effect());
            assertThat(told.passing()).isEqualTo(failure.passing());
            assertThat(told.finding()).contains("150.00");
            assertThat(told).hasMessageContaining("150.00").hasMessageEndingWith("[X-Request-ID id-7]");
        });
        assertThat(OutcomeUnknown.lost("id", "lost", null).finding()).isEmpty();
    }

    @Test
    void the_banks_code_is_reached_through_what_a_look_made_of_it() {
        Rejected faulty = Rejected.unexplained("id", -1404, "cancellation failed");
        assertThat(faulty.bankCode()).hasValue(-1404);
        assertThat(faulty.withFinding("Processed").bankCode()).hasValue(-1404);
        assertThat(NotCarriedOut.proved(faulty, "Processed")
                        .withFinding("again")
                        .bankCode())
                .hasValue(-1404);
        assertThat(OutcomeUnknown.unsettled(faulty, "nothing seen").bankCode()).hasValue(-1404);
        MoneyAnswer<String> proved = MoneyAnswer.notApplied(faulty, "the invoice is Processed");
        assertThatThrownBy(proved::orThrow)
                .isInstanceOfSatisfying(
                        NotCarriedOut.class,
                        thrown -> assertThat(thrown.bankCode()).hasValue(-1404));
        each.forEach((name, failure) ->
                assertThat(failure.bankCode().isPresent()).as(name).isEqualTo(failure instanceof Rejected));
    }

    @Test
    void the_cause_is_kept() {
        assertThat(ConnectionFailed.passing("id", "refused", cause)).hasCause(cause);
    }
}
