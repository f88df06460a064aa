package kz.paysandbox.emulator.epay.domain;

import static kz.paysandbox.emulator.epay.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.cards.CardCheck;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.ReasonCodes;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import org.junit.jupiter.api.Test;

/** Money and life cycles, whatever the merchant does in whatever order. */
class PaymentLifeTest {

    @Test
    void never_more_goes_back_than_was_taken() {
        qt().forAll(
                        integers().between(1, 5_000_00),
                        lists().of(integers().between(1, 3_000_00)).ofSizeBetween(0, 12))
                .checkAssert((paid, wishes) -> {
                    EpayBank bank = Fixtures.bank();
                    Payment payment = pay(bank, 1, new Money(paid));
                    Money given = Money.ZERO;
                    for (int wish : wishes) {
                        Money amount = new Money(wish);
                        boolean fits = !amount.isMoreThan(new Money(paid).minus(given)) && wish >= 1_000;
                        Outcome<Payment, Refusal> outcome =
                                new RefundProcess(bank).refund(payment.id(), Optional.of(amount), "", NOON);
                        assertThat(outcome.value().isPresent()).isEqualTo(fits);
                        given = fits ? given.plus(amount) : given;
                    }
                    Payment after = bank.payments().find(payment.id()).orElseThrow();
                    assertThat(after.movements().refunded()).isEqualTo(given);
                    assertThat(after.left().plus(given)).isEqualTo(new Money(paid));
                    assertThat(after.at(NOON))
                            .isEqualTo(after.left().isPositive() ? PaymentStatus.CHARGE : PaymentStatus.REFUND);
                });
    }

    @Test
    void what_is_final_stays_whatever_is_tried() {
        qt().forAll(
                        lists().of(integers().between(0, 4)).ofSizeBetween(1, 10),
                        integers().between(0, 20))
                .checkAssert((acts, days) -> {
                    EpayBank bank = Fixtures.bank();
                    String id = pay(bank, 2, Money.tenge(100)).id();
                    PaymentStatus last = PaymentStatus.AUTH;
                    Instant now = NOON;
                    for (int act : acts) {
                        now = now.plus(Duration.ofHours(days));
                        act(bank, id, act, now);
                        PaymentStatus present =
                                bank.payments().find(id).orElseThrow().at(now);
                        if (last.isFinal()) {
                            assertThat(present).isEqualTo(last);
                        }
                        last = present;
                    }
                    List<History.Step> history =
                            History.of(bank.payments().find(id).orElseThrow(), now);
                    assertThat(history.get(history.size() - 1).status()).isEqualTo(last);
                });
    }

    @Test
    void blocked_money_that_nobody_charges_is_freed_by_seven_days() {
        EpayBank bank = Fixtures.bank();
        Payment held = pay(bank, 2, Money.tenge(100));
        Instant end = NOON.plus(Duration.ofDays(7));
        assertThat(held.at(end.minusNanos(1))).isEqualTo(PaymentStatus.AUTH);
        assertThat(held.at(end)).isEqualTo(PaymentStatus.CANCEL_OLD);
        assertThat(bank.lapsed(NOON, end)).hasSize(1);
        bank.settle(end);
        assertThat(bank.payments().find(held.id()).orElseThrow().at(NOON)).isEqualTo(PaymentStatus.CANCEL_OLD);
    }

    @Test
    void a_full_sandbox_forgets_old_final_payments_first_and_says_when_there_are_none() {
        EpayBank bank = Fixtures.bank(2);
        Payment first = pay(bank, 1, Money.tenge(100));
        new RefundProcess(bank).refund(first.id(), Optional.empty(), "", NOON);
        pay(bank, 1, Money.tenge(100));
        pay(bank, 1, Money.tenge(100));
        assertThat(bank.payments().find(first.id())).isEmpty();
        Outcome<Payment, Refusal> more =
                new PaymentProcess(bank).byCard(Fixtures.order(1, "999999", Money.tenge(100)), Fixtures.good(1), NOON);
        assertThat(more.refusal().map(Refusal::reason)).contains(Reason.SANDBOX_FULL);
    }

    @Test
    void of_two_payments_for_one_invoice_one_is_taken() {
        EpayBank bank = Fixtures.bank();
        Order order = Fixtures.order(1, "123456", Money.tenge(100));
        assertThat(new PaymentProcess(bank)
                        .byCard(order, Fixtures.good(1), NOON)
                        .value())
                .isPresent();
        assertThat(new PaymentProcess(bank)
                        .byCard(order, Fixtures.good(1), NOON)
                        .refusal()
                        .map(Refusal::reason))
                .contains(Reason.INVOICE_TAKEN);
    }

    @Test
    void the_reason_of_every_test_card_is_in_the_catalogue() {
        TestCards.all().stream()
                .flatMap(card -> card.behavior().refusal().stream())
                .forEach(reason -> assertThat(ReasonCodes.text(reason.code())).isPresent());
        assertThat(TestCards.all()).allMatch(card -> CardCheck.isNumber(card.pan()));
    }

    private static void act(EpayBank bank, String id, int act, Instant now) {
        switch (act) {
            case 0 -> bank.payments().change(id, held -> held.charge(Money.tenge(60), now));
            case 1 -> bank.payments().change(id, held -> held.cancel(now));
            case 2 -> new RefundProcess(bank).refund(id, Optional.of(Money.tenge(20)), "", now);
            case 3 -> new RefundProcess(bank).refund(id, Optional.empty(), "", now);
            default -> bank.settle(now);
        }
    }

    private static Payment pay(EpayBank bank, int steps, Money amount) {
        String invoice = String.valueOf(
                100_000 + bank.payments().newestFirst().size() + bank.ids().next() % 800_000);
        return new PaymentProcess(bank)
                .byCard(Fixtures.order(steps, invoice, amount), Fixtures.good(steps), NOON)
                .value()
                .orElseThrow();
    }
}
