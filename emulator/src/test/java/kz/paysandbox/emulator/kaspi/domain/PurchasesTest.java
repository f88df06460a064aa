package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static kz.paysandbox.emulator.kaspi.domain.Town.achieved;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import org.junit.jupiter.api.Test;

class PurchasesTest {

    private static final Instant OVER = NOON.plusSeconds(180);

    @Test
    void at_the_limit_the_oldest_final_payment_goes() {
        Purchases purchases = new Purchases(2);
        purchases.add(payment(1, NOON), NOON);
        purchases.add(payment(2, OVER), OVER);
        assertThat(purchases.add(payment(3, OVER), OVER).value()).isPresent();
        assertThat(purchases.newestFirst()).extracting(Payment::id).containsExactly(3L, 2L);
        assertThat(purchases.find(1)).isEmpty();
    }

    @Test
    void of_many_added_at_once_no_more_are_kept_than_the_limit() {
        Purchases purchases = new Purchases(5);
        assertThat(AtOnce.call(16, caller -> purchases.add(payment(caller, NOON), NOON)))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(5);
        assertThat(purchases.newestFirst()).hasSize(5);
    }

    @Test
    void an_open_payment_is_passed_over_for_a_younger_final_one() {
        Purchases purchases = new Purchases(2);
        purchases.add(payment(1, NOON), NOON);
        purchases.add(payment(2, NOON), NOON);
        achieved(purchases.change(2, payment -> payment.lapse(NOON)));
        achieved(purchases.add(payment(3, NOON), NOON));
        assertThat(purchases.newestFirst()).extracting(Payment::id).containsExactly(3L, 1L);
    }

    @Test
    void where_nothing_may_go_the_answer_says_so_and_nothing_is_lost() {
        Purchases purchases = new Purchases(2);
        purchases.add(payment(1, NOON), NOON);
        purchases.add(payment(2, NOON), NOON);
        Refusal full = purchases.add(payment(3, NOON), NOON).refusal().orElseThrow();
        assertThat(full.reason()).isEqualTo(Reason.SANDBOX_FULL);
        assertThat(full.why()).contains("2 payments").contains("limits.payments");
        assertThat(purchases.newestFirst()).extracting(Payment::id).containsExactly(2L, 1L);
    }

    @Test
    void only_the_64_oldest_are_looked_at() {
        Purchases purchases = new Purchases(65);
        for (long id = 1; id <= 65; id++) {
            purchases.add(payment(id, NOON), NOON);
        }
        achieved(purchases.change(65, payment -> payment.lapse(NOON)));
        assertThat(purchases.add(payment(66, NOON), NOON).refusal()).isPresent();
        assertThat(purchases.add(payment(66, NOON), NOON).value()).isPresent();
        assertThat(purchases.find(65)).isEmpty();
        assertThat(purchases.stream()).hasSize(65);
    }

    @Test
    void an_unknown_payment_cannot_be_changed() {
        assertThat(Town.reason(new Purchases(1).change(9, payment -> payment.lapse(NOON))))
                .isEqualTo(Reason.PURCHASE_UNKNOWN);
    }

    @Test
    void all_payments_can_be_changed() {
        Purchases purchases = new Purchases(2);
        purchases.add(payment(1, NOON), NOON);
        purchases.changeAll(payment -> payment.settled(OVER));
        assertThat(purchases.find(1).orElseThrow().ending()).isPresent();
    }

    private static Payment payment(long id, Instant created) {
        Device device = new Device("a1", 1, "A-1", Town.A, 1, true);
        return Payment.created(
                new PaymentTerms(
                        id,
                        PaymentKind.QR,
                        new Origin(Scheme.R1, device),
                        Money.tenge(1),
                        "",
                        created,
                        created.plusSeconds(180),
                        Duration.ofSeconds(65)),
                "");
    }
}
