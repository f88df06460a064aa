package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;

/** Lost answers about cards, and what the bank's books say of them later. */
class CardSettlementTest extends CardScene {
    private static final Duration SLOWEST = Duration.ofMinutes(15);

    private String invoice(Payment payment) {
        return payment.bank().invoiceId().orElseThrow();
    }

    private Operation lost(Result<MoneyResult> result) {
        Operation operation = ok(result).operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        return operation;
    }

    private Operation lostRefund(Payment paid, long tenge) {
        bank.loses();
        return lost(payments.refund(paid, Optional.of(Tenge.of(tenge)), Optional.empty(), Optional.empty()));
    }

    private Optional<Instant> looked(Operation operation) {
        return settlement.settle(operation.id(), 0);
    }

    private Operation now(Operation operation) {
        return database.transaction(
                sql -> database.tables().operations().find(sql, operation.id()).orElseThrow());
    }

    @Test
    void a_refund_that_was_made_is_seen_in_the_payout() {
        Payment paid = in("CHARGE");
        Operation refund = lostRefund(paid, 250);
        bank.shows(invoice(paid), 750, "CHARGE", 500);
        assertThat(looked(refund)).isEmpty();
        assertThat(now(refund).state()).isEqualTo(OperationState.APPLIED);
        assertThat(now(refund).outcome().bankOperationId())
                .isEqualTo(paid.bank().transactionId());
        assertThat(now(paid).refunded()).isEqualTo(Tenge.of(250));
        assertThat(ok(payments.refund(paid, Optional.empty(), Optional.empty(), Optional.empty()))
                        .payment()
                        .status())
                .isEqualTo(ServiceStatus.REFUNDED);
    }

    @Test
    void a_second_refund_is_seen_beside_the_first() {
        Payment paid = in("CHARGE");
        ok(payments.refund(paid, Optional.of(Tenge.of(250)), Optional.empty(), Optional.empty()));
        Operation refund = lostRefund(paid, 100);
        bank.shows(invoice(paid), 750, "CHARGE", 400);
        assertThat(looked(refund)).isEmpty();
        assertThat(now(paid).refunded()).isEqualTo(Tenge.of(350));
    }

    @Test
    void a_refund_that_never_came_is_not_applied_at_its_age_and_may_be_made_again() {
        Payment paid = in("CHARGE");
        Operation refund = lostRefund(paid, 250);
        assertThat(looked(refund)).isPresent();
        assertThat(now(refund).state()).isEqualTo(OperationState.UNKNOWN);
        clock.advance(SLOWEST);
        assertThat(looked(refund)).isEmpty();
        assertThat(now(refund).state()).isEqualTo(OperationState.NOT_APPLIED);
        MoneyResult again = ok(payments.refund(paid, Optional.of(Tenge.of(250)), Optional.empty(), Optional.empty()));
        assertThat(again.payment().refunded()).isEqualTo(Tenge.of(250));
    }

    @Test
    void books_that_nothing_explains_are_a_persons_after_the_last_look() {
        Payment paid = in("CHARGE");
        Operation refund = lostRefund(paid, 250);
        bank.shows(invoice(paid), 750, "CHARGE", 333);
        for (int attempt = 0; attempt < 4; attempt++) {
            clock.advance(Duration.ofHours(6));
            assertThat(settlement.settle(refund.id(), attempt)).isPresent();
        }
        assertThat(rows("attention")).isZero();
        assertThat(settlement.settle(refund.id(), 4)).isEmpty();
        assertThat(rows("attention")).isEqualTo(1);
        assertThat(now(refund).state()).isEqualTo(OperationState.UNKNOWN);
    }

    @Test
    void a_bank_that_cannot_be_asked_leaves_it_unknown() {
        Payment paid = in("CHARGE");
        Operation refund = lostRefund(paid, 250);
        bank.unreachable = Optional.of(ConnectionFailed.passing("request-1", "refused", new java.io.IOException()));
        clock.advance(SLOWEST);
        assertThat(looked(refund)).isPresent();
        assertThat(now(refund).outcome().finding()).contains("could not be asked");
        assertThat(looks.refreshed(paid)).isEqualTo(paid);
    }

    @Test
    void a_charge_a_release_and_a_payment_are_told_by_the_banks_word() {
        Payment charged = in("AUTH");
        bank.loses();
        Operation charge = lost(payments.charge(charged, Optional.empty(), Optional.empty()));
        bank.shows(invoice(charged), 750, "CHARGE", 750);
        assertThat(looked(charge)).isEmpty();
        assertThat(now(charged).status()).isEqualTo(ServiceStatus.COMPLETED);
        Payment released = in("AUTH");
        bank.loses();
        Operation cancel = lost(payments.cancel(released, Optional.empty()));
        bank.shows(invoice(released), 750, "CANCEL", 0);
        assertThat(looked(cancel)).isEmpty();
        assertThat(now(released).status()).isEqualTo(ServiceStatus.CANCELLED);
        bank.loses();
        MoneyResult paid = ok(payBy(CARD.id(), "client-1"));
        Operation create = paid.operation().orElseThrow();
        assertThat(looked(create)).isPresent();
        bank.paid(invoice(paid.payment()), 750, "CHARGE");
        assertThat(looked(create)).isEmpty();
        assertThat(now(paid.payment()).status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(rows("receipt")).isEqualTo(2);
    }

    @Test
    void a_payment_that_never_came_has_failed_at_its_age() {
        bank.loses();
        MoneyResult paid = ok(payBy(CARD.id(), "client-1"));
        Operation create = paid.operation().orElseThrow();
        clock.advance(SLOWEST.minusSeconds(1));
        assertThat(looked(create)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(looked(create)).isEmpty();
        assertThat(now(create).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(now(paid.payment()).status()).isEqualTo(ServiceStatus.FAILED);
    }

    @Test
    void the_answer_to_a_question_may_be_given_again_when_it_was_lost() {
        bank.asks = true;
        Payment asked = ok(payBy(CARD.id(), "client-1")).payment();
        bank.loses();
        Operation confirm = lost(payments.confirm(asked, "pa-res", "md-1"));
        clock.advance(SLOWEST);
        assertThat(looked(confirm)).isEmpty();
        assertThat(now(confirm).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(now(asked).status()).isEqualTo(ServiceStatus.PROCESSING);
        assertThat(ok(payments.confirm(now(asked), "pa-res", "md-1")).payment().status())
                .isEqualTo(ServiceStatus.COMPLETED);
    }

    @Test
    void what_the_bank_has_declined_after_its_question_has_failed() {
        bank.asks = true;
        Payment asked = ok(payBy(CARD.id(), "client-1")).payment();
        bank.refuses(484);
        ok(payments.confirm(asked, "pa-res", "md-1"));
        assertThat(now(asked).status()).isEqualTo(ServiceStatus.FAILED);
    }

    @Test
    void money_of_another_payment_is_a_persons_once() {
        Payment payment = ok(open(750, Optional.empty())).payment();
        bank.paid(invoice(payment), 10, "CHARGE");
        assertThat(looks.transaction(payment)).isPresent();
        clock.advance(Duration.ofSeconds(5));
        assertThat(ok(looks.look(payment)).status()).isEqualTo(ServiceStatus.PENDING);
        assertThat(rows("attention")).isEqualTo(1);
    }

    @Test
    void the_bank_is_asked_about_a_card_every_three_seconds_at_most() {
        Payment payment = ok(open(750, Optional.empty())).payment();
        for (int second = 0; second < 6; second++) {
            ok(looks.look(payment));
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(bank.asked).filteredOn("status"::equals).hasSize(2);
        Payment paid = in("CHARGE");
        int before = bank.asked.size();
        clock.advance(Duration.ofMinutes(1));
        ok(looks.look(paid));
        assertThat(bank.asked).hasSize(before);
    }

    @Test
    void a_look_that_fails_is_told_as_the_banks() {
        Payment payment = ok(open(750, Optional.empty())).payment();
        bank.unreachable = Optional.of(ConnectionFailed.passing("request-1", "refused", new java.io.IOException()));
        assertThat(refused(looks.look(payment))).isEqualTo("bank_unavailable");
        clock.advance(Duration.ofSeconds(5));
        bank.unreachable = Optional.of(AuthenticationFailed.of("request-1", "no such client"));
        assertThat(refused(looks.look(payment))).isEqualTo("epay_credentials");
    }
}
