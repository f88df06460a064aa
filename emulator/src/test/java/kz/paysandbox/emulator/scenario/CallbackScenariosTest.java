package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** What the bank tells a shop, how often, when, and in which order. */
@Sandbox(clock = "now")
@ProvesScenarios
class CallbackScenariosTest {

    private static final int PRICE = 1_000;

    @Test
    void callback_twice(SandboxWorld world) {
        world.play("callback-twice");
        try (CardShop shop = new CardShop(world, 1)) {
            String order = shop.order();
            assertThat(shop.pay(order, PRICE, CardBank.GOOD).isFine()).isTrue();
            assertThat(invoices(shop)).as("deliveries").containsExactly(order, order, order);
            assertThat(shop.bookings()).containsExactly(order);
            assertBooks(world, shop, "1000");
        }
    }

    @Test
    void callbacks_reordered(SandboxWorld world) {
        world.play("callbacks-reordered");
        try (CardShop shop = new CardShop(world, 2)) {
            String first = shop.order();
            String second = shop.order();
            shop.pay(first, PRICE, CardBank.GOOD);
            assertThat(shop.ask(first)).isEqualTo("AUTH");
            shop.charge(first, PRICE);
            shop.pay(second, PRICE, CardBank.GOOD);
            assertThat(shop.told()).isEmpty();
            world.clock().advance(Duration.ofSeconds(10));
            assertThat(invoices(shop)).containsExactly(second, first);
            assertThat(shop.state(first)).as("the late callback of the block").isEqualTo("CHARGE");
            assertThat(shop.state(second)).isEqualTo("AUTH");
            assertThat(shop.bookings()).containsExactly(first);
            assertBooks(world, shop, "1000");
        }
    }

    @Test
    void callback_late(SandboxWorld world) {
        world.play("callback-late");
        try (CardShop shop = new CardShop(world, 1)) {
            String order = shop.order();
            shop.pay(order, PRICE, CardBank.GOOD);
            assertThat(shop.ask(order)).as("on the customer's return").isEqualTo("CHARGE");
            world.clock().advance(Duration.ofMinutes(29));
            assertThat(shop.told()).isEmpty();
            assertBooks(world, shop, "1000");
            world.clock().advance(Duration.ofMinutes(1));
            assertThat(invoices(shop)).containsExactly(order);
            assertThat(shop.bookings()).as("known already").containsExactly(order);
            assertThat(deliveries(world)).containsExactly("delivered");
            assertBooks(world, shop, "1000");
        }
    }

    @Test
    void callback_before_response(SandboxWorld world) {
        world.play("callback-before-response");
        try (CardShop shop = new CardShop(world, 1)) {
            String order = shop.order();
            shop.pay(order, PRICE, CardBank.GOOD);
            assertThat(shop.toldDuringCalls()).containsExactly(order);
            assertThat(shop.strangers()).isEmpty();
            assertThat(shop.bookings()).containsExactly(order);
            assertThat(deliveries(world)).containsExactly("delivered");
            assertBooks(world, shop, "1000");
        }
    }

    @Test
    void callback_never(SandboxWorld world) {
        world.play("callback-never");
        try (CardShop shop = new CardShop(world, 1)) {
            String order = shop.order();
            shop.pay(order, PRICE, CardBank.GOOD);
            world.clock().advance(Duration.ofDays(1));
            assertThat(shop.told()).isEmpty();
            assertThat(shop.money()).as("nobody has told the shop").isZero();
            shop.sweep();
            assertThat(shop.bookings()).containsExactly(order);
            assertBooks(world, shop, "1000");
        }
    }

    private static void assertBooks(SandboxWorld world, CardShop shop, String tenge) {
        assertThat(new Books(world).merchant()).as("the bank's books").isEqualByComparingTo(tenge);
        assertThat(shop.money()).as("the shop's books").isEqualByComparingTo(tenge);
    }

    private static List<String> invoices(CardShop shop) {
        return shop.told().stream()
                .map(callback -> callback.path("invoiceId").asText())
                .toList();
    }

    private static List<String> deliveries(SandboxWorld world) {
        return world.control().get("/callbacks").findValues("state").stream()
                .map(JsonNode::asText)
                .toList();
    }
}
