package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;

/** Answers that are lost, broken, or say what no document says. */
@Sandbox(clock = "now")
@ProvesScenarios
class LostAnswersTest {

    private static final int PRICE = 1_000;

    @Test
    void paid_answer_lost(SandboxWorld world) {
        world.play("paid-answer-lost");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.clock().advance(Duration.ofSeconds(30));
        assertThat(world.customer().statusOf(payment)).isEqualTo("Processed");
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(shop.seen()).startsWith("unknown").endsWith("Processed");
        assertThat(new Books(world).faultsHappened())
                .as("the JDK's client repeats a GET by itself")
                .isEqualTo(3);
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
        assertThat(new Books(world).blame()).as("a correct client").isEmpty();
    }

    @Test
    void create_answer_lost(SandboxWorld world) {
        world.play("create-answer-lost");
        Shop shop = new Shop(world);
        assertThat(shop.trySell(PRICE)).as("the answer").isEmpty();
        assertThat(new Books(world).paymentsInStatus("QrTokenCreated"))
                .as("it was created")
                .isEqualTo(1);
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        world.clock().advance(Duration.ofMinutes(4));
        assertThat(new Books(world).paymentsInStatus("Error"))
                .as("the one nobody saw lapsed")
                .isEqualTo(1);
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
        assertThat(new Books(world).blame()).as("a correct client").isEmpty();
    }

    @Test
    void garbage_with_200(SandboxWorld world) {
        world.play("garbage-with-200");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(shop.seen()).containsExactly("unknown", "unknown", "unknown", "Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
        assertThat(new Books(world).blame()).as("a correct client").isEmpty();
    }

    @Test
    void answers_cut_off(SandboxWorld world) {
        world.play("answers-cut-off");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(shop.seen()).contains("unknown");
        assertThat(new Books(world).faultsHappened()).isEqualTo(2);
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
        assertThat(new Books(world).blame()).as("a correct client").isEmpty();
    }

    @Test
    void unknown_status(SandboxWorld world) {
        world.play("unknown-status");
        Shop shop = new Shop(world);
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(shop.seen()).containsExactly("UnderReview", "UnderReview", "Processed");
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
        assertThat(new Books(world).blame()).as("a correct client").isEmpty();
    }

    @Test
    void unknown_status_code(SandboxWorld world) {
        world.play("unknown-status-code");
        Shop shop = new Shop(world);
        assertThat(shop.trySell(PRICE)).isEmpty();
        assertThat(shop.codes()).containsExactly(-99000777L);
        assertThat(new Books(world).paymentsInStatus("QrTokenCreated"))
                .as("refused, not applied")
                .isZero();
        long payment = shop.sell(PRICE);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        assertThat(shop.codes()).contains(990000777L);
        assertThat(new Books(world).merchant()).isEqualByComparingTo("1000");
        assertThat(new Books(world).blame()).as("a correct client").isEmpty();
    }
}
