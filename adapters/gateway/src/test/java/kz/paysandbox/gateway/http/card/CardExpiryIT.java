package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Card payments that nobody pays in their time, and those that are paid after it. */
class CardExpiryIT {
    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void check_28_an_unpaid_payment_expires_and_one_paid_at_the_last_look_is_completed(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            String token = fixture.cashier("5");
            String unpaid = CardCustomer.opened(fixture, token, "").text("/payment_id");
            HttpAnswer paid = CardCustomer.opened(fixture, token, "");
            fixture.advance(LIFE.minusMinutes(1));
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, unpaid).status().word()).isEqualTo("pending");
            customer.pay(paid);
            fixture.advance(FIVE_MINUTES);
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, unpaid).status().word()).isEqualTo("expired");
            assertThat(CardCustomer.kept(fixture, paid.text("/payment_id"))
                            .status()
                            .word())
                    .isEqualTo("completed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_28_held_money_is_never_given_up(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.holding(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            customer.pay(opened);
            fixture.advance(LIFE.plus(FIVE_MINUTES));
            fixture.runDue();
            fixture.advance(FIVE_MINUTES);
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, opened.text("/payment_id"))
                            .status()
                            .word())
                    .isEqualTo("processing");
            assertThat(CardCustomer.kept(fixture, opened.text("/payment_id"))
                            .state()
                            .authorized())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_29_money_that_comes_after_the_end_completes_late(TestDatabase database) {
        // shorter than the life of the bank's token
        try (GatewayFixture fixture = GatewayFixture.on(database, Map.of("kzpay.gateway.epay.life", "1h"))) {
            CardCustomer customer = new CardCustomer(fixture.world());
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            String id = opened.text("/payment_id");
            fixture.gateway().database().transaction(sql -> {
                fixture.gateway()
                        .database()
                        .tables()
                        .webhooks()
                        .endpoints()
                        .put(
                                sql,
                                "5",
                                "https://shop.example/told",
                                "whsec_c2VjcmV0c2VjcmV0c2VjcmV0",
                                java.util.Optional.empty());
                return true;
            });
            fixture.advance(Duration.ofMinutes(59));
            fixture.runDue();
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("expired");
            fixture.advance(Duration.ofSeconds(3));
            customer.pay(opened);
            CardCustomer.await(fixture, id, "completed");
            assertThat(fixture.get("/api/v1/payments/" + id, fixture.owner("5")).text("/late"))
                    .isEqualTo("true");
            long told = fixture.gateway()
                    .database()
                    .transaction(sql -> sql.first(
                                    "select count(*) from webhook where payment_id = ? and event = 'payment.completed'"
                                            + " and body like '%\"late\":true%'",
                                    row -> row.getLong(1), id)
                            .orElse(0L));
            assertThat(told).isEqualTo(1);
        }
    }
}
