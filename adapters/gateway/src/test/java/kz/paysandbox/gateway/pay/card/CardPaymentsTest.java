package kz.paysandbox.gateway.pay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.Test;

/** What shops do with cards. */
class CardPaymentsTest extends CardScene {
    @Test
    void a_payment_on_the_banks_page_has_a_token_and_waits() {
        MoneyResult opened = ok(open(750, Optional.empty()));
        assertThat(opened.payment().kind()).isEqualTo(PaymentKind.WIDGET);
        assertThat(opened.payment().status()).isEqualTo(ServiceStatus.PENDING);
        assertThat(opened.operation()).isEmpty();
        assertThat(bank.asked).containsExactly("token");
        assertThat(payments.page().parameters(now(opened.payment())).json())
                .contains("token-" + opened.payment().bank().invoiceId().orElseThrow(), "750");
        assertThat(payments.terminal()).isEqualTo(bank.terminal());
        assertThat(payments.rules().life()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void without_a_token_nothing_is_written() {
        bank.troubles.add(AuthenticationFailed.of("request-1", "no such client"));
        assertThat(refused(open(750, Optional.empty()))).isEqualTo("epay_credentials");
        assertThat(rows("payment")).isZero();
    }

    @Test
    void a_repeated_order_is_the_same_payment_with_one_token_more() {
        Payment first = ok(open(750, Optional.of("A-1"))).payment();
        assertThat(ok(open(750, Optional.of("A-1"))).payment().id()).isEqualTo(first.id());
        assertThat(bank.asked).containsExactly("token", "token");
        assertThat(refused(open(760, Optional.of("A-1")))).isEqualTo("order_conflict");
        assertThat(rows("payment")).isEqualTo(1);
    }

    @Test
    void a_saved_card_pays_at_once() {
        MoneyResult paid = ok(payBy(CARD.id(), "client-1"));
        assertThat(paid.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
        assertThat(paid.payment().kind()).isEqualTo(PaymentKind.SAVED_CARD);
        assertThat(paid.payment().status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(paid.payment().bank().transactionId()).isPresent();
        assertThat(bank.asked).containsExactly("pay card-of-bank", "status");
        assertThat(rows("receipt")).isEqualTo(1);
        assertThat(payments.challenge(paid.payment())).isEmpty();
    }

    @Test
    void a_card_of_another_account_or_of_nobody_pays_nothing() {
        assertThat(refused(payBy("none", "client-1"))).isEqualTo("no_such_item");
        assertThat(refused(payBy(CARD.id(), "client-2"))).isEqualTo("no_such_item");
        assertThat(bank.asked).isEmpty();
        assertThat(rows("payment")).isZero();
    }

    @Test
    void a_declined_card_fails_the_payment() {
        bank.refuses(484);
        MoneyResult declined = ok(payBy(CARD.id(), "client-1"));
        assertThat(declined.operation().orElseThrow().state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(declined.operation()
                        .orElseThrow()
                        .outcome()
                        .refusal()
                        .orElseThrow()
                        .code()
                        .word())
                .isEqualTo("card_declined");
        assertThat(now(declined.payment()).status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(bank.asked).containsExactly("pay card-of-bank");
    }

    @Test
    void a_lost_payment_is_unknown_and_the_bank_is_not_asked_again_here() {
        bank.loses();
        MoneyResult lost = ok(payBy(CARD.id(), "client-1"));
        assertThat(lost.operation().orElseThrow().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(bank.asked).containsExactly("pay card-of-bank");
    }

    @Test
    void the_customers_bank_may_ask_first_and_its_answer_completes() {
        bank.asks = true;
        Payment asked = ok(payBy(CARD.id(), "client-1")).payment();
        assertThat(asked.status()).isEqualTo(ServiceStatus.PROCESSING);
        assertThat(payments.challenge(asked)).contains(MemoryEpay.QUESTION);
        assertThat(bank.asked).containsExactly("pay card-of-bank");
        assertThat(refused(payments.confirm(asked, "pa-res", "another"))).isEqualTo("invalid_transition");
        MoneyResult confirmed = ok(payments.confirm(asked, "pa-res", "md-1"));
        assertThat(confirmed.payment().status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(bank.asked).containsExactly("pay card-of-bank", "confirm pa-res md-1", "status");
        assertThat(refused(payments.confirm(confirmed.payment(), "pa-res", "md-1")))
                .isEqualTo("invalid_transition");
    }

    @Test
    void a_part_is_refunded_and_then_the_rest() {
        Payment paid = in("CHARGE");
        assertThat(paid.status()).isEqualTo(ServiceStatus.COMPLETED);
        MoneyResult part = ok(payments.refund(paid, Optional.of(Tenge.of(250)), Optional.of("why"), Optional.empty()));
        assertThat(part.payment().status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(part.payment().refunded()).isEqualTo(Tenge.of(250));
        assertThat(part.operation().orElseThrow().outcome().bankOperationId())
                .isEqualTo(paid.bank().transactionId());
        MoneyResult rest = ok(payments.refund(paid, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(rest.payment().status()).isEqualTo(ServiceStatus.REFUNDED);
        assertThat(bank.asked).contains("refund 250.00", "refund 500.00");
        assertThat(rows("receipt")).isEqualTo(3);
    }

    @Test
    void a_refund_without_money_in_the_contract_and_a_lost_one_are_told_apart() {
        Payment paid = in("CHARGE");
        bank.refuses(3141);
        MoneyResult refused = ok(payments.refund(paid, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(refused.operation()
                        .orElseThrow()
                        .outcome()
                        .refusal()
                        .orElseThrow()
                        .code()
                        .word())
                .isEqualTo("bank_refund_failed");
        bank.loses();
        MoneyResult lost = ok(payments.refund(paid, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(lost.operation().orElseThrow().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(refused(payments.refund(paid, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo("operation_in_progress");
        assertThat(now(paid).refunded()).isEqualTo(Tenge.ZERO);
    }

    @Test
    void after_the_window_nothing_is_refunded() {
        Payment paid = in("CHARGE");
        clock.advance(Duration.ofDays(181));
        assertThat(refused(payments.refund(paid, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo("refund_window_over");
    }

    @Test
    void a_hold_is_released_and_what_nobody_began_is_cancelled_without_the_bank() {
        Payment held = in("AUTH");
        MoneyResult released = ok(payments.cancel(held, Optional.empty()));
        assertThat(released.payment().status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(released.payment().state().authorized()).isFalse();
        assertThat(released.operation()).isPresent();
        Payment pending = ok(open(750, Optional.empty())).payment();
        int before = bank.asked.size();
        MoneyResult withdrawn = ok(payments.cancel(pending, Optional.empty()));
        assertThat(withdrawn.payment().status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(withdrawn.operation()).isEmpty();
        assertThat(bank.asked).hasSize(before);
        assertThat(refused(payments.cancel(in("CHARGE"), Optional.empty()))).isEqualTo("invalid_transition");
    }

    @Test
    void a_part_of_a_hold_is_charged() {
        Payment held = in("AUTH");
        assertThat(refused(payments.charge(held, Optional.of(Tenge.of(751)), Optional.empty())))
                .isNotBlank();
        MoneyResult charged = ok(payments.charge(held, Optional.of(Tenge.of(500)), Optional.empty()));
        assertThat(charged.payment().status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(charged.payment().amount()).isEqualTo(Tenge.of(500));
        assertThat(bank.asked).contains("charge 500.00");
        assertThat(refused(payments.charge(charged.payment(), Optional.empty(), Optional.empty())))
                .isEqualTo("invalid_transition");
    }

    @Test
    void a_card_is_forgotten_at_the_bank_and_here() {
        bank.cards.add(new SavedCard(CARD.bankCardId(), CARD.mask(), true, Optional.empty()));
        assertThat(cards.of(SHOP, "client-1")).containsExactly(CARD);
        assertThat(cards.of(SHOP, "client-2")).isEmpty();
        assertThat(refused(cards.forget("6", CARD.id()))).isEqualTo("no_such_item");
        assertThat(ok(cards.forget(SHOP, CARD.id()))).isEqualTo(CARD);
        assertThat(bank.asked).containsExactly("forget card-of-bank");
        assertThat(cards.of(SHOP, "client-1")).isEmpty();
    }

    @Test
    void a_card_that_the_bank_refuses_to_forget_stays_unless_it_is_gone_there() {
        bank.cards.add(new SavedCard(CARD.bankCardId(), CARD.mask(), true, Optional.empty()));
        bank.refuses(1);
        assertThat(refused(cards.forget(SHOP, CARD.id()))).isEqualTo("bank_refused");
        assertThat(cards.of(SHOP, "client-1")).containsExactly(CARD);
        bank.cards.clear();
        bank.refuses(1);
        assertThat(ok(cards.forget(SHOP, CARD.id()))).isEqualTo(CARD);
        assertThat(cards.of(SHOP, "client-1")).isEmpty();
    }
}
