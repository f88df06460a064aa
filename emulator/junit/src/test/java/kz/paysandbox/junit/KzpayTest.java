package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** From a world to the adapters' clients in one line, for each scheme and both banks. */
@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
@Sandbox(failOnFindings = true)
class KzpayTest {

    @Test
    void clients_of_kaspi_pay_in_the_world(SandboxWorld world) {
        Kzpay kzpay = Kzpay.of(Settings.of(world.settings()));
        try (KaspiR1 r1 = kzpay.kaspiR1();
                KaspiR2 r2 = kzpay.kaspiR2();
                KaspiR3 r3 = kzpay.kaspiR3()) {
            DeviceToken till = DeviceToken.of(world.deviceToken());
            QrPayment payment =
                    r1.createQr(Order.of(till, Tenge.of(200), "order-15")).orThrow();
            assertThat(world.customer().pay(payment.id())).isEqualTo("Processed");
            assertThat(r2.tradePoints()).isNotEmpty();
            assertThat(r3.tradePoints(Bin.of(world.bin()))).isNotEmpty();
        }
    }

    @Test
    void the_client_of_epay_is_known_to_the_world_s_shop(SandboxWorld world) {
        try (EpayClient epay = Kzpay.of(Settings.of(world.settings())).epay()) {
            assertThat(epay.status(InvoiceId.of("205218074"))).isEmpty();
        }
    }
}
