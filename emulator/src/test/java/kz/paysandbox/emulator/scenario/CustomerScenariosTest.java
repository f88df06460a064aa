package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** What customers do, and don't. */
@Sandbox(clock = "now")
@ProvesScenarios
class CustomerScenariosTest {

    private static final int PRICE = 1_000;

    @Test
    void customer_declines(SandboxWorld world) {
        world.play("customer-declines");
        Shop shop = new Shop(world);
        assertThat(shop.follow(shop.sell(PRICE))).isEqualTo("Error");
        assertThat(shop.seen()).contains("QrTokenCreated", "Wait");
        assertThat(new Books(world).merchant()).isZero();
    }

    @Test
    void customer_never_scans(SandboxWorld world) {
        world.play("customer-never-scans");
        Shop shop = new Shop(world);
        assertThat(shop.follow(shop.sell(PRICE))).isEqualTo("Error");
        assertThat(shop.seen()).doesNotContain("Wait").hasSize(180 / 5 + 1);
        assertThat(new Books(world).merchant()).isZero();
    }

    @Test
    void scan_at_last_second(SandboxWorld world) {
        world.play("scan-at-last-second");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.clock().advance(Duration.ofSeconds(179));
        assertThat(shop.status(payment)).contains("Wait");
        world.clock().advance(Duration.ofSeconds(10));
        assertThat(shop.status(payment)).as("beyond ExpireDate").contains("Wait");
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }

    @Test
    void confirm_one_second_late(SandboxWorld world) {
        world.play("confirm-one-second-late");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.clock().advance(Duration.ofSeconds(74));
        assertThat(shop.status(payment)).contains("Wait");
        assertThat(shop.follow(payment)).isEqualTo("Error");
        assertThat(new Books(world).merchant()).isZero();
    }

    @Test
    void clock_skew(SandboxWorld world) {
        Instant start = world.clock().now();
        world.play("clock-skew");
        assertThat(world.clock().now()).isEqualTo(start.plus(Duration.ofMinutes(10)));
        Shop shop = new Shop(world);
        assertThat(shop.follow(shop.sell(PRICE))).isEqualTo("Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }
}
