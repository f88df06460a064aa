package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.ReconciliationTable.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done once a night, against the bank. */
class NightWorkIT {
    private static void untilNextNight(GatewayFixture fixture) {
        fixture.advance(Duration.between(
                fixture.clock().instant(), DayPlan.next(fixture.clock().instant(), DayPlan.NIGHT)));
        fixture.runDue();
    }

    private static Payment paid(GatewayFixture fixture, Shop shop) {
        Payment payment = shop.opened(PaymentKind.QR);
        shop.pays(payment);
        fixture.advance(Duration.ofSeconds(5));
        fixture.runDue();
        assertThat(shop.status(payment)).isEqualTo("completed");
        return payment;
    }

    @ParameterizedTest
    @EnumSource
    void the_sums_of_a_day_are_compared_with_the_bank(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Shop shop = Shop.at(fixture);
            untilNextNight(fixture);
            LocalDate day = DayPlan.day(fixture.clock().instant());
            Payment first = paid(fixture, shop);
            Payment second = paid(fixture, shop);
            shop.refunded(first, 40);
            shop.opened(PaymentKind.INVOICE);
            untilNextNight(fixture);

            Report report = fixture.gateway().reconciliation().reports(day).get(0);
            assertThat(report.done()).isTrue();
            assertThat(report.subject().shop()).isEqualTo(GatewayFixture.SHOP);
            assertThat(report.subject().bin()).isEqualTo(GatewayFixture.BIN);
            assertThat(report.sums().payments()).isEqualTo(3);
            assertThat(report.sums().completed()).isEqualTo(Tenge.of(200));
            assertThat(report.sums().bankCompleted()).isEqualTo(Tenge.of(200));
            assertThat(report.sums().refunded()).isEqualTo(Tenge.of(40));
            assertThat(report.sums().bankRefunded()).isEqualTo(Tenge.of(40));
            assertThat(report.sums().differences()).isZero();
            assertThat(shop.attention()).isEmpty();

            refundedElsewhere(fixture, second);
            assertThat(fixture.gateway().reconciliation().begin(day, Optional.of(GatewayFixture.BIN)))
                    .isEqualTo(1);
            assertThat(fixture.gateway().reconciliation().begin(day, Optional.of(GatewayFixture.OTHER_BIN)))
                    .isZero();
            fixture.runDue();
            assertThat(fixture.gateway()
                            .reconciliation()
                            .reports(day)
                            .get(0)
                            .sums()
                            .differences())
                    .isEqualTo(1);
            Item item = shop.attention().get(0);
            assertThat(item.subject().kind()).isEqualTo(AttentionKind.RECONCILIATION);
            assertThat(item.paymentId()).contains(second.id());
            assertThat(item.what())
                    .contains("our books: 100.00 tenge paid, 0.00 refunded", "the bank's: 100.00 paid, 30.00 refunded");
        }
    }

    @Test
    void what_was_refunded_later_is_in_the_report_of_the_day_after() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            untilNextNight(fixture);
            LocalDate day = DayPlan.day(fixture.clock().instant());
            Payment payment = paid(fixture, shop);
            untilNextNight(fixture);
            shop.refunded(payment, 40);
            untilNextNight(fixture);
            Report report = fixture.gateway().reconciliation().reports(day).get(0);
            assertThat(report.done()).isTrue();
            assertThat(report.sums().refunded()).isEqualTo(Tenge.of(40));
            assertThat(report.sums().bankRefunded()).isEqualTo(Tenge.of(40));
        }
    }

    @Test
    void a_report_that_is_begun_anew_while_its_job_ends_is_finished() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            paid(fixture, shop);
            LocalDate day = DayPlan.day(fixture.clock().instant());
            Reconciliation reconciliation = fixture.gateway().reconciliation();
            reconciliation.begin(day, Optional.empty());
            long report = reconciliation.reports(day).get(0).id();
            Job job = new Job(
                    1,
                    "reconciliation",
                    Long.toString(report),
                    0,
                    fixture.clock().instant());
            assertThat(reconciliation.handle(job)).isEqualTo(Next.DONE);
            assertThat(leftOver(fixture, job)).isEmpty();
            reconciliation.begin(day, Optional.empty());
            assertThat(leftOver(fixture, job)).contains(fixture.clock().instant());
        }
    }

    private static Optional<Instant> leftOver(GatewayFixture fixture, Job job) {
        return fixture.gateway()
                .database()
                .transaction(sql -> fixture.gateway().reconciliation().leftOver(sql, job));
    }

    /** By the shop's till at the bank, past the gateway. */
    private static void refundedElsewhere(GatewayFixture fixture, Payment payment) {
        Banks banks = fixture.gateway().useCases().banks();
        ShopConfig till = banks.merchant().configs().of(GatewayFixture.SHOP).get(0);
        banks.kaspi().refund(till.bin(), till.device(), payment.externalId().orElseThrow(), Tenge.of(30));
    }

    @Test
    void the_bank_is_asked_so_often_a_minute_and_no_more() {
        try (GatewayFixture fixture =
                GatewayFixture.on(TestDatabase.H2, Map.of("kzpay.gateway.reconciliation.calls-per-minute", "2"))) {
            Shop shop = Shop.at(fixture);
            for (int i = 0; i < 5; i++) {
                paid(fixture, shop);
            }
            LocalDate day = DayPlan.day(fixture.clock().instant());
            fixture.gateway().reconciliation().begin(day, Optional.empty());
            for (int minute = 1; minute <= 3; minute++) {
                fixture.runDue();
                assertThat(fixture.world().journal().entries("r3 payment details"))
                        .hasSize(Math.min(2 * minute, 5));
                Report report = fixture.gateway().reconciliation().reports(day).get(0);
                assertThat(report.done()).isEqualTo(minute == 3);
                fixture.advance(Duration.ofMinutes(1));
            }
            assertThat(fixture.gateway()
                            .reconciliation()
                            .reports(day)
                            .get(0)
                            .sums()
                            .payments())
                    .isEqualTo(5);
        }
    }

    @Test
    void a_bank_that_cannot_be_asked_is_asked_again_later_for_the_rest() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            for (int i = 0; i < 3; i++) {
                paid(fixture, shop);
            }
            LocalDate day = DayPlan.day(fixture.clock().instant());
            fixture.gateway().reconciliation().begin(day, Optional.empty());
            String fault = fixture.world().faults().statusCode("r3 payment details", -999);
            fixture.runDue();
            assertThat(fixture.gateway().reconciliation().reports(day).get(0).done())
                    .isFalse();
            fixture.world().faults().remove(fault);
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            Report whole = fixture.gateway().reconciliation().reports(day).get(0);
            assertThat(whole.sums().payments()).isEqualTo(3);
            assertThat(whole.done()).isTrue();
            assertThat(whole.sums().differences()).isZero();
            assertThat(shop.attention()).isEmpty();
        }
    }

    @Test
    void a_payment_that_the_bank_refuses_to_show_is_for_a_person() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            Payment payment = paid(fixture, shop);
            LocalDate day = DayPlan.day(fixture.clock().instant());
            for (long code : new long[] {-1601, -99000002}) {
                String fault = fixture.world().faults().statusCode("r3 payment details", code);
                fixture.gateway().reconciliation().begin(day, Optional.empty());
                fixture.runDue();
                Report report = fixture.gateway().reconciliation().reports(day).get(0);
                assertThat(report.done()).isTrue();
                assertThat(report.sums().differences()).isEqualTo(1);
                assertThat(shop.attention().get(0).paymentId()).contains(payment.id());
                assertThat(shop.attention().get(0).what()).contains(Long.toString(code));
                fixture.world().faults().remove(fault);
            }
            fixture.gateway().reconciliation().begin(day, Optional.empty());
            fixture.runDue();
            assertThat(shop.attention()).isEmpty();
        }
    }

    @Test
    void money_that_came_after_a_payment_was_given_up_is_found() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            Payment payment = shop.opened(PaymentKind.QR);
            shop.pays(payment);
            fixture.gateway().database().transaction(sql -> {
                fixture.gateway().database().tables().jobs().remove(sql, "follow", payment.id());
                return sql.update("update payment set status = 'expired' where id = ?", payment.id());
            });
            fixture.gateway().reconciliation().begin(DayPlan.day(fixture.clock().instant()), Optional.empty());
            fixture.runDue();
            assertThat(shop.status(payment)).isEqualTo("completed");
            assertThat(shop.now(payment).state().late()).isTrue();
        }
    }

    @Test
    void a_till_that_the_bank_no_longer_lists_is_for_a_person_until_it_is_listed_again() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.POSTGRES)) {
            Shop shop = Shop.at(fixture);
            untilNextNight(fixture);
            assertThat(shop.attention()).isEmpty();
            fixture.gateway()
                    .database()
                    .transaction(sql -> sql.update("update payment_config set trade_point_id = 77"));
            untilNextNight(fixture);
            List<Item> items = shop.attention();
            assertThat(items).hasSize(1);
            assertThat(items.get(0).subject().kind()).isEqualTo(AttentionKind.CONFIGURATION);
            assertThat(items.get(0).what()).contains("does not list trade point 77");
            fixture.gateway().database().transaction(sql -> sql.update("update payment_config set trade_point_id = 1"));
            untilNextNight(fixture);
            assertThat(shop.attention()).isEmpty();
        }
    }

    @Test
    void a_bank_that_cannot_be_asked_for_tills_is_asked_again_and_accuses_nobody() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            fixture.advance(Duration.ofHours(20));
            String fault = fixture.world().faults().statusCode("r3 partner tradepoints", -999);
            untilNextNight(fixture);
            int asked =
                    fixture.world().journal().entries("r3 partner tradepoints").size();
            assertThat(asked).isPositive();
            assertThat(shop.attention()).isEmpty();
            fixture.world().faults().remove(fault);
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            assertThat(fixture.world()
                            .journal()
                            .entries("r3 partner tradepoints")
                            .size())
                    .isGreaterThan(asked);
            assertThat(shop.attention()).isEmpty();
        }
    }
}
