package example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import kz.paysandbox.junit.Sandbox;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;

@Sandbox(clock = "now", failOnFindings = true, failOnUnmatched = true)
class CheckoutTest {

    @Test
    void a_customer_who_confirms_has_paid(SandboxWorld world) throws Exception {
        Checkout checkout = checkout(world);
        long payment = checkout.begin(1_500);
        assertFalse(checkout.isPaid(payment));
        world.customer().pay(payment);
        world.clock().advance(Duration.ofSeconds(5));
        assertTrue(checkout.isPaid(payment));
    }

    @Test
    void time_runs_out(SandboxWorld world) throws Exception {
        Checkout checkout = checkout(world);
        long payment = checkout.begin(1_500);
        world.clock().advance(Duration.ofMinutes(3));
        assertFalse(checkout.isPaid(payment));
        assertEquals("Error", world.customer().statusOf(payment));
    }

    @Test
    void a_bank_that_is_down_creates_nothing(SandboxWorld world) throws Exception {
        world.faults().http("r1 *", 503);
        assertThrows(IllegalStateException.class, () -> checkout(world).begin(1_500));
        world.faults().clear();
        assertTrue(checkout(world).begin(1_500) > 0);
    }

    private static Checkout checkout(SandboxWorld world) {
        return new Checkout(world.sslContextWithoutCertificate(), world.kaspiR1(), world.apiKey(), world.deviceToken());
    }
}
