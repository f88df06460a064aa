package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.store.AttentionKind;
import org.junit.jupiter.api.Test;

/** A bank that cannot be asked: no payment is given up before it has answered. */
class FollowFailuresIT {
    @Test
    void a_code_is_not_given_up_before_the_bank_has_answered() {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2)) {
            Shop shop = Shop.at(fixture);
            Payment paid = shop.opened(PaymentKind.QR);
            Payment unpaid = shop.opened(PaymentKind.LINK);
            String fault = fixture.world().faults().statusCode("r3 payment status", -999);
            shop.pays(paid);
            for (int minute = 0; minute < 30; minute++) {
                fixture.advance(Duration.ofMinutes(1));
                fixture.runDue();
            }
            assertThat(shop.status(paid)).isEqualTo("pending");
            assertThat(shop.status(unpaid)).isEqualTo("pending");
            assertThat(shop.attention())
                    .hasSize(2)
                    .allSatisfy(item -> assertThat(item.subject().kind()).isEqualTo(AttentionKind.FOLLOW));

            fixture.world().faults().remove(fault);
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            assertThat(shop.status(paid)).isEqualTo("completed");
            assertThat(shop.status(unpaid)).isIn("expired", "failed");
            assertThat(shop.attention()).isEmpty();
        }
    }
}
