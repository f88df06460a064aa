package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** Money on its way back. */
@Sandbox(clock = "now")
@ProvesScenarios
class RefundScenariosTest {

    private static final int PRICE = 1_000;

    @Test
    void refund_answer_lost(SandboxWorld world) {
        Shop shop = new Shop(world);
        long payment = paid(world, shop);
        world.play("refund-answer-lost");
        shop.refund(payment, 300);
        assertThat(shop.codes()).as("answers to refunds").doesNotContain(-99000005L);
        assertThat(new Books(world).faultsHappened()).isEqualTo(1);
        assertThat(world.control().get("/requests?endpoint=r3%20payment%20return"))
                .hasSize(1);
        assertThat(new Books(world).merchant()).isEqualByComparingTo("700");
    }

    @Test
    void refund_above_rest(SandboxWorld world) {
        world.play("refund-above-rest");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        world.clock().advance(Duration.ofMinutes(1));
        shop.refund(payment, 700);
        assertThat(shop.codes()).contains(-99000005L).endsWith(0L);
        assertThat(new Books(world).stepsThatFailed()).isEmpty();
        assertThat(new Books(world).merchant()).as("all of it went back, once").isZero();
    }

    @Test
    void second_refund_meanwhile(SandboxWorld world) {
        Shop shop = new Shop(world);
        long payment = paid(world, shop);
        world.play("second-refund-meanwhile");
        assertThat(shop.tryRefund(payment, 300)).as("lost").isEmpty();
        assertThat(shop.tryRefund(payment, 300)).as("still processing").contains(-99000006L);
        assertThat(shop.rest(payment)).isEqualByComparingTo("700");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("700");
    }

    private static long paid(SandboxWorld world, Shop shop) {
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        return payment;
    }
}
