package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;

/** Refunds and cancellations whose answer was lost, or whose program ended: what the books say of them, and who settles them. */
class LostRefundsTest {
    private final Scene scene = Scene.on(TestSource.H2_POOLED);
    private final MerchantKaspi merchant = scene.merchant;
    private final ScriptedBank bank = scene.bank;

    @Test
    void an_unknown_answer_can_be_looked_into_again_and_its_line_knows_it() {
        scene.sold();
        bank.answers(Scene.details(60)).answers(Scene.details(60)).losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            bank.answers(Scene.details(60));
        }
        MoneyAnswer<Refund> lost = scene.refund("refund-1");
        assertThat(lost.settlement()).isEqualTo(Settlement.UNKNOWN);
        MoneyAnswer<Refund> known = scene.refund("refund-1");
        bank.answers(Scene.details(60));
        assertThat(((MoneyAnswer.Unknown<Refund>) known).recheck().settlement()).isEqualTo(Settlement.UNKNOWN);
        bank.answers(Scene.details(40));
        assertThat(((MoneyAnswer.Unknown<Refund>) lost).recheck().settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThat(merchant.unsettled()).isEmpty();
        assertThat(bank.posts("payment/return")).isEqualTo(1);
    }

    @Test
    void a_look_does_not_override_what_a_person_settled() {
        scene.sold();
        bank.answers(Scene.details(60)).answers(Scene.details(60)).losesTheAnswer();
        for (int look = 0; look < 3; look++) {
            bank.answers(Scene.details(60));
        }
        MoneyAnswer<Refund> lost = scene.refund("refund-1");
        merchant.settle(merchant.unsettled().get(0), Settlement.APPLIED, Optional.empty(), "the bank, by phone");
        bank.answers(Scene.details(40));
        assertThat(((MoneyAnswer.Unknown<Refund>) lost).recheck().settlement()).isEqualTo(Settlement.APPLIED);
    }

    @Test
    void a_cancellation_that_is_looked_into_again_is_told_by_the_invoices_state() {
        scene.sold();
        bank.losesTheAnswer().answers(Scene.status("RemotePaymentCreated"));
        MoneyAnswer<Cancellation> lost = merchant.cancelInvoice(SHOP, 15);
        bank.answers(Scene.status("RemotePaymentCanceled"));
        assertThat(((MoneyAnswer.Unknown<Cancellation>) lost)
                        .recheck()
                        .orThrow()
                        .paymentId())
                .isEqualTo(15);
        assertThat(merchant.unsettled()).isEmpty();
    }

    @Test
    void after_a_crash_the_books_settle_the_refund_and_nothing_is_sent_again() {
        scene.sold();
        bank.answers(Scene.details(100)).answers(Scene.details(100));
        scene.crashes("refund-1");
        assertThat(scene.refund("refund-1").settlement()).isEqualTo(Settlement.UNKNOWN);
        MoneyAnswer<Refund> other = scene.refund("refund-2");
        assertThat(other.settlement()).isEqualTo(Settlement.NOT_APPLIED);
        assertThatThrownBy(other::orThrow).isInstanceOf(NotSent.class).hasMessageContaining("refund-1");
        LogEntry line = merchant.unsettled().get(0);
        assertThat(line.refundableBefore()).contains(Tenge.of(100));
        bank.answers(Scene.details(100));
        assertThat(merchant.resolve(line).state()).isEqualTo(LineState.UNKNOWN);
        bank.answers(Scene.details(30));
        assertThat(merchant.resolve(line).state()).isEqualTo(LineState.UNKNOWN);
        bank.answers(Scene.refused(-1601));
        assertThat(merchant.resolve(line).error().orElseThrow()).contains("could not be asked");
        bank.answers(Scene.details(50));
        assertThat(merchant.resolve(line).state()).isEqualTo(LineState.UNKNOWN);
        bank.answers(Scene.details(50));
        assertThat(merchant.assuming(Assumption.SOLE_OPERATOR).resolve(line).state())
                .isEqualTo(LineState.APPLIED);
        assertThat(merchant.resolve(line).state()).isEqualTo(LineState.APPLIED);
        assertThat(scene.refund("refund-1").orThrow().operationId()).isEmpty();
        scene.refundApplied(50, 32);
        assertThat(scene.refund("refund-2").settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(bank.posts("payment/return")).isEqualTo(2);
    }

    @Test
    void a_refund_that_is_not_in_the_books_and_cannot_get_there_any_more_is_not_applied() {
        scene.sold();
        bank.answers(Scene.details(100)).answers(Scene.details(100));
        scene.crashes("refund-1");
        LogEntry line = merchant.unsettled().get(0);
        bank.answers(Scene.details(100));
        assertThat(merchant.assuming(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                        .resolve(line)
                        .state())
                .isEqualTo(LineState.NOT_APPLIED);
        bank.answers(Scene.details(60)).answers(Scene.details(60));
        scene.crashes("refund-2");
        bank.answers(Scene.details(40));
        assertThat(merchant.resolve(merchant.unsettled().get(0)).state()).isEqualTo(LineState.NOT_APPLIED);
    }

    @Test
    void unchanged_books_tell_nothing_of_a_refund_before_its_age() {
        scene.sold();
        bank.answers(Scene.details(100)).answers(Scene.details(100));
        scene.crashes("refund-1");
        Duration age = Duration.ofMinutes(15);
        MerchantKaspi patient = merchant.assuming(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                .unchangedAfter(age)
                .abandonedAfter(Duration.ZERO);
        LogEntry line = merchant.log().last(SHOP, 1).get(0);
        Duration passed = Duration.between(line.startedAt(), scene.time.instant());
        scene.time.advance(age.minus(passed).minusMillis(1));
        bank.answers(Scene.details(100));
        assertThat(patient.resolve(line).state()).isEqualTo(LineState.UNKNOWN);
        scene.time.advance(Duration.ofMillis(1));
        bank.answers(Scene.details(100));
        assertThat(patient.resolve(line).state()).isEqualTo(LineState.NOT_APPLIED);
        assertThatThrownBy(() -> merchant.unchangedAfter(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_crash_before_the_refund_left_is_not_applied_and_its_line_is_known_after_five_minutes() {
        scene.sold();
        FailingSource failing = new FailingSource(scene.source);
        MerchantKaspi dying = scene.merchant(bank, failing);
        bank.whenAsked(failing::kill).answers(Scene.details(100));
        assertThatThrownBy(() -> dying.refund(SHOP, 15, Tenge.of(50), "refund-1"))
                .isInstanceOf(RuntimeException.class);
        bank.whenAsked(() -> {});
        assertThat(merchant.unsettled()).isEmpty();
        LogEntry young = merchant.log().last(SHOP, 1).get(0);
        assertThat(merchant.resolve(young).state()).isEqualTo(LineState.STARTED);
        scene.time.advance(LineState.LONGEST_CALL);
        assertThat(merchant.resolve(merchant.unsettled().get(0)).state()).isEqualTo(LineState.NOT_APPLIED);
        assertThat(bank.posts("payment/return")).isZero();
    }

    @Test
    void what_can_be_refunded_never_grows_so_more_of_it_proves_nothing() {
        scene.sold();
        bank.answers(Scene.details(30)).answers(Scene.details(30));
        scene.crashes("refund-1");
        bank.answers(Scene.details(40));
        assertThat(merchant.resolve(merchant.unsettled().get(0)).state()).isEqualTo(LineState.UNKNOWN);
    }

    @Test
    void a_lost_cancellation_is_told_by_the_invoices_state() {
        scene.sold();
        for (String state : List.of("RemotePaymentCreated", "Processed", "RemotePaymentCanceled")) {
            bank.losesTheAnswer().answers(Scene.status("RemotePaymentCreated"));
            assertThat(merchant.cancelInvoice(SHOP, 15).settlement()).isEqualTo(Settlement.UNKNOWN);
            bank.answers(Scene.status(state));
            merchant.resolve(merchant.log().last(SHOP, 1).get(0));
        }
        assertThat(merchant.log().last(SHOP, 3))
                .extracting(LogEntry::state)
                .containsExactly(LineState.APPLIED, LineState.NOT_APPLIED, LineState.UNKNOWN);
    }
}
