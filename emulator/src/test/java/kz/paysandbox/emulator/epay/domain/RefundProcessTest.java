package kz.paysandbox.emulator.epay.domain;

import static kz.paysandbox.emulator.epay.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.EpayRules.Repeat;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import org.junit.jupiter.api.Test;

class RefundProcessTest {

    @Test
    void ten_tenge_is_the_least() {
        EpayBank bank = bank(Repeat.REFUSED, Optional.empty());
        String id = pay(bank);
        assertThat(refund(bank, id, new Money(999), "", NOON).refusal().map(Refusal::reason))
                .contains(Reason.REFUND_AMOUNT);
        assertThat(refund(bank, id, new Money(1000), "", NOON).value()).isPresent();
    }

    @Test
    void one_external_id_is_refused_repeated_or_applied() {
        assertThat(twice(Repeat.REFUSED)).isEqualTo(Money.tenge(20));
        assertThat(twice(Repeat.SAME_ANSWER)).isEqualTo(Money.tenge(20));
        assertThat(twice(Repeat.APPLIED)).isEqualTo(Money.tenge(40));
    }

    @Test
    void refunds_without_an_id_are_never_the_same() {
        EpayBank bank = bank(Repeat.REFUSED, Optional.empty());
        String id = pay(bank);
        refund(bank, id, Money.tenge(20), "", NOON);
        refund(bank, id, Money.tenge(20), "", NOON);
        assertThat(bank.payments().find(id).orElseThrow().movements().refunded())
                .isEqualTo(Money.tenge(40));
    }

    @Test
    void the_window_closes_at_its_end() {
        EpayBank bank = bank(Repeat.REFUSED, Optional.of(Duration.ofDays(1)));
        String id = pay(bank);
        Instant end = NOON.plus(Duration.ofDays(1));
        assertThat(refund(bank, id, Money.tenge(20), "", end.minusNanos(1)).value())
                .isPresent();
        assertThat(refund(bank, id, Money.tenge(20), "", end).refusal().map(Refusal::reason))
                .contains(Reason.REFUND_WINDOW);
    }

    @Test
    void what_is_blocked_or_freed_is_not_refunded() {
        EpayBank bank = Fixtures.bank();
        String id = new PaymentProcess(bank)
                .byCard(Fixtures.order(2, "123456", Money.tenge(100)), Fixtures.good(2), NOON)
                .value()
                .orElseThrow()
                .id();
        assertThat(refund(bank, id, Money.tenge(20), "", NOON).refusal().map(Refusal::reason))
                .contains(Reason.WRONG_STATE);
        assertThat(bank.payments()
                        .change(id, held -> held.charge(Money.tenge(101), NOON))
                        .refusal()
                        .map(Refusal::reason))
                .contains(Reason.CHARGE_AMOUNT);
        assertThat(bank.payments()
                        .change(id, held -> held.charge(Money.ZERO, NOON))
                        .value())
                .isEmpty();
        assertThat(bank.payments()
                        .change(id, held -> held.charge(Money.tenge(60), NOON))
                        .value()
                        .map(Payment::left))
                .contains(Money.tenge(60));
        Payment taken = bank.payments().find(id).orElseThrow();
        assertThat(taken.deadline()).isEqualTo(Instant.MAX);
        assertThat(History.of(taken, NOON).stream().map(History.Step::status))
                .containsExactly(PaymentStatus.NEW, PaymentStatus.AUTH, PaymentStatus.CHARGE);
        refund(bank, id, Money.tenge(60), "", NOON.plusSeconds(5));
        List<History.Step> steps = History.of(bank.payments().find(id).orElseThrow(), NOON.plusSeconds(9));
        assertThat(steps.get(3)).isEqualTo(new History.Step(PaymentStatus.REFUND, NOON.plusSeconds(5)));
    }

    @Test
    void a_canceled_block_says_so() {
        EpayBank bank = Fixtures.bank();
        String id = new PaymentProcess(bank)
                .byCard(Fixtures.order(2, "123456", Money.tenge(100)), Fixtures.good(2), NOON)
                .value()
                .orElseThrow()
                .id();
        Payment canceled =
                bank.payments().change(id, held -> held.cancel(NOON)).value().orElseThrow();
        assertThat(canceled.at(NOON)).isEqualTo(PaymentStatus.CANCEL);
        assertThat(canceled.deadline()).isEqualTo(Instant.MAX);
        assertThat(bank.payments()
                        .change(id, held -> held.cancel(NOON))
                        .refusal()
                        .map(Refusal::detail))
                .contains("the transaction's status is CANCEL");
    }

    private static Money twice(Repeat repeat) {
        EpayBank bank = bank(repeat, Optional.empty());
        String id = pay(bank);
        refund(bank, id, Money.tenge(20), "r-1", NOON);
        Outcome<Payment, Refusal> second = refund(bank, id, Money.tenge(20), "r-1", NOON);
        assertThat(second.value().isPresent()).isEqualTo(repeat != Repeat.REFUSED);
        return bank.payments().find(id).orElseThrow().movements().refunded();
    }

    private static Outcome<Payment, Refusal> refund(
            EpayBank bank, String id, Money amount, String external, Instant now) {
        return new RefundProcess(bank).refund(id, Optional.of(amount), external, now);
    }

    private static String pay(EpayBank bank) {
        return new PaymentProcess(bank)
                .byCard(Fixtures.order(1, "123456", Money.tenge(100)), Fixtures.good(1), NOON)
                .value()
                .orElseThrow()
                .id();
    }

    private static EpayBank bank(Repeat repeat, Optional<Duration> window) {
        EpayRules rules = Fixtures.rules(
                new EpayRules.Refunds(Fixtures.RULES.refunds().least(), false, window, repeat), false, 100);
        return new EpayBank(new Ids(1), "0a1b2c3d", rules, List.of(Fixtures.shop(1)));
    }
}
