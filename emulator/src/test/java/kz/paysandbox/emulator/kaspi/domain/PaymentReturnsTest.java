package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Sample.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Sample.back;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static kz.paysandbox.emulator.kaspi.domain.Town.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.kaspi.domain.Payment.Step;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import org.junit.jupiter.api.Test;

class PaymentReturnsTest {

    private static final Instant LATER = NOON.plusSeconds(200);
    private final Payment paid = Sample.paid();

    @Test
    void parts_go_back_until_nothing_is_left_and_the_status_stays_processed() {
        Payment first = achieved(paid.giveBack(back("1", "400", 120), true));
        assertThat(first.available(LATER)).isEqualTo(Money.tenge(600));
        Payment second = achieved(first.giveBack(back("2", "600", 130), true));
        assertThat(second.available(LATER)).isEqualTo(Money.ZERO);
        assertThat(second.at(LATER)).isEqualTo(PaymentStatus.PROCESSED);
        assertThat(reason(second.giveBack(back("3", "0.01", 140), true))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
    }

    @Test
    void one_tiyn_above_the_rest_is_too_much_and_the_rest_itself_is_not() {
        assertThat(reason(paid.giveBack(back("1", "1000.01", 120), true))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
        assertThat(achieved(paid.giveBack(back("1", "1000", 120), true))
                        .returns()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nothing_and_less_than_nothing_cannot_go_back() {
        assertThat(reason(paid.giveBack(back("1", "0", 120), true))).isEqualTo(Reason.WRONG_AMOUNT_RETURNED);
        assertThat(reason(paid.giveBack(back("1", "-1", 120), true))).isEqualTo(Reason.WRONG_AMOUNT_RETURNED);
    }

    @Test
    void where_parts_are_forbidden_only_the_whole_amount_goes_back() {
        assertThat(reason(paid.giveBack(back("1", "999.99", 120), false))).isEqualTo(Reason.PARTIAL_FORBIDDEN);
        assertThat(achieved(paid.giveBack(back("1", "1000", 120), false)).available(LATER))
                .isEqualTo(Money.ZERO);
        assertThat(reason(paid.giveBack(back("1", "1000.01", 120), false))).isEqualTo(Reason.RETURN_ABOVE_PURCHASE);
    }

    @Test
    void where_parts_are_forbidden_since_the_whole_rest_still_goes_back() {
        Payment halfBack = achieved(paid.giveBack(back("1", "400", 120), true));
        assertThat(reason(halfBack.giveBack(back("2", "599.99", 121), false))).isEqualTo(Reason.PARTIAL_FORBIDDEN);
        assertThat(achieved(halfBack.giveBack(back("2", "600", 121), false)).available(LATER))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void only_what_was_paid_goes_back_and_the_status_is_checked_first() {
        assertThat(reason(Sample.created().giveBack(back("1", "0", 1), true))).isEqualTo(Reason.STATUS_UNFIT);
        assertThat(reason(Sample.waiting().giveBack(back("1", "1000", 110), true)))
                .isEqualTo(Reason.STATUS_UNFIT);
        assertThat(Sample.waiting().available(NOON.plusSeconds(110))).isEqualTo(Money.ZERO);
        assertThat(Sample.created().available(LATER)).isEqualTo(Money.ZERO);
    }

    @Test
    void history_tells_every_status_with_its_instant() {
        assertThat(paid.history(LATER))
                .containsExactly(
                        new Step(PaymentStatus.QR_TOKEN_CREATED, NOON),
                        new Step(PaymentStatus.WAIT, NOON.plusSeconds(100)),
                        new Step(PaymentStatus.PROCESSED, NOON.plusSeconds(110)));
        assertThat(paid.since(LATER)).isEqualTo(NOON.plusSeconds(110));
    }

    @Test
    void history_tells_of_a_lapse_at_the_instant_it_happened() {
        assertThat(Sample.created().history(NOON.plusSeconds(179)))
                .containsExactly(new Step(PaymentStatus.QR_TOKEN_CREATED, NOON));
        assertThat(Sample.created().history(LATER))
                .containsExactly(
                        new Step(PaymentStatus.QR_TOKEN_CREATED, NOON),
                        new Step(PaymentStatus.ERROR, NOON.plusSeconds(180)));
        assertThat(Sample.invoiced().history(LATER))
                .containsExactly(new Step(PaymentStatus.REMOTE_PAYMENT_CREATED, NOON));
    }

    @Test
    void the_total_is_exact_though_only_the_latest_entries_are_kept() {
        Returns returns = LongStream.rangeClosed(1, 150)
                .mapToObj(id -> new Return(id, new Money(1), NOON, Return.CASHIER))
                .reduce(Returns.NONE, Returns::plus, (first, second) -> second);
        assertThat(returns.total()).isEqualTo(new Money(150));
        assertThat(returns.count()).isEqualTo(150);
        assertThat(returns.latest()).hasSize(100);
        assertThat(returns.latest().get(0).id()).isEqualTo(51);
        assertThat(returns.latest().get(99).id()).isEqualTo(150);
    }
}
