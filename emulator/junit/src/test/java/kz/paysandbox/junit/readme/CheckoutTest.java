package kz.paysandbox.junit.readme;

import kz.paysandbox.junit.Sandbox;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The README's first test. */
@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
@Sandbox(clock = "now", failOnFindings = true)
class CheckoutTest {

    @Test
    void a_refund_is_not_sent_twice(SandboxWorld world) {
        world.play("refund-answer-lost");
        // world.kaspiR1(), world.apiKey(), world.sslContext(), world.customer(), world.clock(), world.journal()
    }
}
