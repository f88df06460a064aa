package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** Tokens, holds, issuers and customers that let a card payment down. */
@Sandbox(clock = "now")
@ProvesScenarios
class CardScenariosTest {

    private static final int PRICE = 1_000;

    @Test
    void token_expires(SandboxWorld world) {
        world.play("token-expires");
        try (CardShop shop = new CardShop(world, 2)) {
            String order = shop.order();
            shop.pay(order, PRICE, CardBank.GOOD);
            assertThat(shop.ask(order)).isEqualTo("AUTH");
            assertThat(shop.unauthorized()).as("at the status").isEqualTo(1);
            assertThat(shop.charge(order, PRICE).isFine()).isTrue();
            assertThat(shop.unauthorized()).as("at the charge").isEqualTo(2);
            assertThat(new Books(world).faultsHappened()).isEqualTo(2);
            assertThat(world.control().get("/payments"))
                    .as("one invoice, one payment")
                    .hasSize(1);
            assertThat(shop.refund(order, 300).isFine()).isTrue();
            assertBooks(world, shop, "700");
        }
    }

    @Test
    void three_ds_abandoned(SandboxWorld world) {
        world.play("three-ds-abandoned");
        try (CardShop shop = new CardShop(world, 1)) {
            String order = shop.order();
            assertThat(shop.pay(order, PRICE, CardBank.ASKED).body().has("secure3D"))
                    .isTrue();
            world.clock().advance(Duration.ofMinutes(4));
            assertThat(shop.ask(order)).as("nobody answers").isEqualTo("3D");
            world.clock().advance(Duration.ofMinutes(1));
            assertThat(shop.state(order)).as("told by failurePostLink").isEqualTo("FAILED");
            assertBooks(world, shop, "0");
            String again = shop.order();
            shop.pay(again, PRICE, CardBank.GOOD);
            assertThat(shop.ask(again)).isEqualTo("CHARGE");
            assertThat(shop.ask(order)).as("final").isEqualTo("FAILED");
            assertThat(shop.bookings()).containsExactly(again);
            assertBooks(world, shop, "1000");
        }
    }

    @Test
    void hold_expires(SandboxWorld world) {
        world.play("hold-expires");
        try (CardShop shop = new CardShop(world, 2)) {
            String order = shop.order();
            shop.pay(order, PRICE, CardBank.GOOD);
            world.clock().advance(Duration.ofDays(5));
            assertThat(shop.ask(order)).isEqualTo("AUTH");
            world.clock().advance(Duration.ofDays(1));
            CardBank.Answer refused = shop.charge(order, PRICE);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(shop.state(order)).as("asked after the refusal").isEqualTo("CANCEL_OLD");
            assertThat(shop.bookings()).as("nothing to ship for").isEmpty();
            assertBooks(world, shop, "0");
        }
    }

    @Test
    void issuer_declines(SandboxWorld world) {
        world.play("issuer-declines");
        try (CardShop shop = new CardShop(world, 1)) {
            String order = shop.order();
            CardBank.Answer declined = shop.pay(order, PRICE, CardBank.GOOD);
            assertThat(declined.body().path("code").asInt()).isEqualTo(484);
            assertThat(declined.body().path("message").asText()).contains("средств");
            assertThat(shop.ask(order)).as("unpaid").isEqualTo("OPEN");
            assertBooks(world, shop, "0");
            String other = shop.order();
            assertThat(shop.pay(other, PRICE, CardBank.GOOD).isFine()).isTrue();
            assertThat(shop.ask(other)).isEqualTo("CHARGE");
            assertThat(shop.bookings()).containsExactly(other);
            assertBooks(world, shop, "1000");
        }
    }

    private static void assertBooks(SandboxWorld world, CardShop shop, String tenge) {
        assertThat(new Books(world).merchant()).as("the bank's books").isEqualByComparingTo(tenge);
        assertThat(shop.money()).as("the shop's books").isEqualByComparingTo(tenge);
    }
}
