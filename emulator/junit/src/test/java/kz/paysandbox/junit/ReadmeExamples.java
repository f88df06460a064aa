package kz.paysandbox.junit;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The README's examples that no sample has, as javac takes them. */
final class ReadmeExamples {

    private ReadmeExamples() {}

    static void plain() {
        try (SandboxServer sandbox = SandboxServer.start();
                SandboxWorld world = sandbox.world()) {
            world.play("refund-answer-lost");
        }
    }

    interface Refunds {

        @Sandbox(clock = "now", failOnFindings = true)
        class CheckoutTest {

            @Test
            void a_refund_is_not_sent_twice(SandboxWorld world) {
                world.play("refund-answer-lost");
                // world.kaspiR1(), world.apiKey(), world.sslContext(), world.customer(), world.clock(), world.journal()
            }
        }
    }

    static class Slice {

        static final SandboxWorld WORLD = SandboxServer.start().world();

        @DynamicPropertySource
        static void world(DynamicPropertyRegistry registry) {
            WORLD.properties().forEach((name, value) -> registry.add(name, () -> value));
        }
    }
}
