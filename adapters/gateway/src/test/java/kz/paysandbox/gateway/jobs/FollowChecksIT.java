package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments that nobody asks for, in real time of the bank. */
class FollowChecksIT {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource
    void check_14_an_invoice_that_nobody_asks_for_is_looked_at_once_at_its_end(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Shop shop = Shop.at(fixture);
            Payment unpaid = shop.opened(PaymentKind.INVOICE);
            Payment paid = shop.opened(fixture.gateway(), PaymentKind.INVOICE, 200);
            shop.pays(paid);
            for (int hour = 0; hour < 24; hour++) {
                fixture.runDue();
                fixture.advance(Duration.ofHours(1));
            }
            fixture.runDue();
            assertThat(shop.looks()).isZero();
            assertThat(shop.status(unpaid)).isEqualTo("pending");

            fixture.advance(Duration.ofMinutes(2));
            fixture.runDue();
            assertThat(shop.looks()).isEqualTo(2);
            assertThat(shop.status(unpaid)).isIn("expired", "cancelled", "failed");
            assertThat(shop.status(paid)).isEqualTo("completed");

            fixture.advance(Duration.ofHours(3));
            fixture.runDue();
            assertThat(shop.looks()).isEqualTo(2);
            assertThat(noted(fixture)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_15_codes_and_links_are_asked_for_at_the_banks_rhythm_until_they_end(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Shop shop = Shop.at(fixture);
            Payment code = shop.opened(PaymentKind.QR);
            Payment link = shop.opened(PaymentKind.LINK);
            fixture.runDue();
            assertThat(shop.looks()).isZero();
            fixture.advance(INTERVAL.minusSeconds(1));
            fixture.runDue();
            assertThat(shop.looks()).isZero();
            for (int i = 1; i <= 6; i++) {
                fixture.advance(i == 1 ? Duration.ofSeconds(1) : INTERVAL);
                if (i == 3) {
                    fixture.restart();
                }
                fixture.runDue();
                assertThat(shop.looks()).isEqualTo(2 * i);
            }
            shop.pays(code);
            fixture.advance(INTERVAL);
            fixture.runDue();
            assertThat(shop.status(code)).isEqualTo("completed");
            assertThat(shop.looks()).isEqualTo(14);

            for (int i = 0; i < 100; i++) {
                fixture.advance(INTERVAL);
                fixture.runDue();
            }
            assertThat(shop.status(link)).isIn("expired", "failed");
            int looks = shop.looks();
            assertThat(looks).isLessThan(100);
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            assertThat(shop.looks()).isEqualTo(looks);
            assertThat(noted(fixture)).isEmpty();
        }
    }

    private static List<String> noted(GatewayFixture fixture) {
        return fixture.world().journal().findings().stream()
                .filter(finding -> !finding.severity().equals("info"))
                .map(finding -> finding.rule() + ": " + finding.evidence())
                .toList();
    }
}
