package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** What is switched off, revoked or down in the middle of a payment. */
@Sandbox(clock = "now")
@ProvesScenarios
class MerchantScenariosTest {

    private static final int PRICE = 1_000;

    @Test
    void device_deleted(SandboxWorld world) {
        world.play("device-deleted");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.clock().advance(Duration.ofSeconds(31));
        assertThat(shop.trySell(PRICE)).isEmpty();
        assertThat(shop.codes()).endsWith(-1502L);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }

    @Test
    void trade_point_off(SandboxWorld world) {
        world.play("trade-point-off");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.clock().advance(Duration.ofSeconds(31));
        assertThat(shop.trySell(PRICE)).isEmpty();
        assertThat(shop.codes()).endsWith(990000018L);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        world.clock().advance(Duration.ofMinutes(10));
        assertThat(shop.trySell(PRICE)).as("switched on again").isPresent();
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }

    @Test
    void certificate_revoked(SandboxWorld world) {
        world.play("certificate-revoked");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(shop.status(payment)).as("refused").isEmpty();
        assertThat(new Books(world).stepsThatFailed()).isEmpty();
        world.control().post("/certificates/" + world.name() + "/renew", Map.of());
        shop.reloadCertificate();
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }

    @Test
    void certificate_swapped(SandboxWorld world) {
        world.play("certificate-swapped");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(shop.status(payment)).as("the old one is refused").isEmpty();
        shop.reloadCertificate();
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(new Books(world).stepsThatFailed()).isEmpty();
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }

    @Test
    void bank_down_a_minute(SandboxWorld world) {
        Instant start = world.clock().now();
        world.play("bank-down-a-minute");
        Shop shop = new Shop(world);
        assertThat(shop.trySell(PRICE)).isEmpty();
        assertThat(new Books(world).paymentsInStatus("QrTokenCreated"))
                .as("503 is not applied")
                .isZero();
        long payment = shop.sell(PRICE);
        assertThat(world.clock().now()).isEqualTo(start.plus(Duration.ofMinutes(1)));
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }

    @Test
    void bank_slow(SandboxWorld world) {
        world.play("bank-slow");
        Shop shop = new Shop(world);
        long begun = System.nanoTime();
        long payment = shop.sell(PRICE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(shop.seen()).doesNotContain("unknown");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
    }
}
