package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be done with a card payment. */
class CardChecksTest {
    private static final Duration WINDOW = Duration.ofDays(180);
    private static final Instant LAST = CardSamples.NOON.plus(WINDOW);

    @Test
    void all_that_is_left_is_refunded_unless_less_is_wanted() {
        Payment half = CardSamples.paid().of(Tenge.of(750), Tenge.of(300));
        assertThat(refundable(half, Optional.empty(), CardSamples.NOON)).isEqualTo(Result.of(Tenge.of(450)));
        assertThat(refundable(half, Optional.of(Tenge.of(450)), CardSamples.NOON))
                .isEqualTo(Result.of(Tenge.of(450)));
        assertThat(refundable(half, Optional.of(Tenge.of(10)), CardSamples.NOON))
                .isEqualTo(Result.of(Tenge.of(10)));
        assertThat(code(refundable(half, Optional.of(Tenge.of(451)), CardSamples.NOON)))
                .contains(RefusalCode.REFUND_TOO_LARGE);
        assertThat(code(refundable(half, Optional.of(Tenge.of(9)), CardSamples.NOON)))
                .contains(RefusalCode.REFUND_BELOW_MINIMUM);
    }

    @Test
    void the_window_ends_after_its_last_moment() {
        assertThat(code(refundable(CardSamples.paid(), Optional.empty(), LAST))).isEmpty();
        assertThat(code(refundable(CardSamples.paid(), Optional.empty(), LAST.plusSeconds(1))))
                .contains(RefusalCode.REFUND_WINDOW_OVER);
        assertThat(code(refundable(
                        CardSamples.payment(ServiceStatus.COMPLETED), Optional.empty(), LAST.plusSeconds(1))))
                .contains(RefusalCode.REFUND_WINDOW_OVER);
    }

    @ParameterizedTest
    @EnumSource(value = ServiceStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
    void only_a_completed_payment_is_refunded(ServiceStatus status) {
        assertThat(code(refundable(CardSamples.payment(status), Optional.empty(), CardSamples.NOON)))
                .contains(RefusalCode.NOT_COMPLETED);
    }

    @Test
    void a_payment_without_a_transaction_is_not_refunded() {
        Payment unknown = CardSamples.paid().known(BankReference.epay(CardSamples.INVOICE));
        assertThat(code(refundable(unknown, Optional.empty(), CardSamples.NOON)))
                .contains(RefusalCode.NOT_COMPLETED);
        Payment held = CardSamples.held().known(BankReference.epay(CardSamples.INVOICE));
        assertThat(code(CardChecks.cancellable(held))).contains(RefusalCode.INVALID_TRANSITION);
    }

    @Test
    void only_held_money_is_released_or_charged() {
        assertThat(CardChecks.cancellable(CardSamples.held())).isEqualTo(Result.of(Tenge.of(750)));
        assertThat(code(CardChecks.cancellable(CardSamples.paid()))).contains(RefusalCode.INVALID_TRANSITION);
        assertThat(code(CardChecks.cancellable(CardSamples.challenged()))).contains(RefusalCode.INVALID_TRANSITION);
        assertThat(CardChecks.chargeable(CardSamples.held(), Optional.empty())).isEqualTo(Result.of(Tenge.of(750)));
        assertThat(CardChecks.chargeable(CardSamples.held(), Optional.of(Tenge.of(750))))
                .isEqualTo(Result.of(Tenge.of(750)));
        assertThat(CardChecks.chargeable(CardSamples.held(), Optional.of(Tenge.of(1))))
                .isEqualTo(Result.of(Tenge.of(1)));
        assertThat(code(CardChecks.chargeable(CardSamples.held(), Optional.of(Tenge.of(751)))))
                .contains(RefusalCode.INVALID_TRANSITION);
        assertThat(code(CardChecks.chargeable(CardSamples.held(), Optional.of(Tenge.ZERO))))
                .contains(RefusalCode.INVALID_TRANSITION);
        assertThat(code(CardChecks.chargeable(CardSamples.payment(ServiceStatus.PENDING), Optional.empty())))
                .contains(RefusalCode.NOT_AUTHORIZED_YET);
        assertThat(code(CardChecks.chargeable(CardSamples.paid(), Optional.empty())))
                .contains(RefusalCode.INVALID_TRANSITION);
        assertThat(code(CardChecks.chargeable(kaspi(), Optional.empty()))).contains(RefusalCode.INVALID_TRANSITION);
    }

    @Test
    void only_a_pending_card_payment_is_withdrawn_with_us_alone() {
        assertThat(CardChecks.withdrawn(CardSamples.payment(ServiceStatus.PENDING))
                        .map(Payment::status))
                .isEqualTo(Result.of(ServiceStatus.CANCELLED));
        assertThat(code(CardChecks.withdrawn(CardSamples.held()))).contains(RefusalCode.INVALID_TRANSITION);
        assertThat(code(CardChecks.withdrawn(kaspi()))).contains(RefusalCode.INVALID_TRANSITION);
    }

    @Test
    void only_an_open_question_is_answered() {
        assertThat(CardChecks.confirmable(CardSamples.challenged())).isEqualTo(Result.of(Tenge.of(750)));
        assertThat(code(CardChecks.confirmable(CardSamples.held()))).contains(RefusalCode.INVALID_TRANSITION);
        Payment failed =
                CardSamples.challenged().in(CardSamples.challenged().state().to(ServiceStatus.FAILED));
        assertThat(code(CardChecks.confirmable(failed))).contains(RefusalCode.INVALID_TRANSITION);
    }

    private static Payment kaspi() {
        Payment card = CardSamples.payment(ServiceStatus.PENDING);
        return new Payment(
                card.id(),
                card.shop(),
                PaymentKind.INVOICE,
                card.state(),
                card.amount(),
                card.refunded(),
                card.bank(),
                card.terms(),
                card.dates());
    }

    private static Result<Tenge> refundable(Payment payment, Optional<Tenge> wanted, Instant now) {
        return CardChecks.refundable(payment, wanted, WINDOW, now);
    }

    private static Optional<RefusalCode> code(Result<?> result) {
        return result.fold(ok -> Optional.empty(), refusal -> Optional.of(refusal.code()));
    }
}
