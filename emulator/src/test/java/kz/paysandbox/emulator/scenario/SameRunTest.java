package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.emulator.junit.Sandbox;
import kz.paysandbox.emulator.junit.SandboxWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same scenario with the same seed, beside other worlds: the same exchanges to the byte. */
@Sandbox(clock = "now", seed = 11)
@Execution(ExecutionMode.CONCURRENT)
class SameRunTest {

    private static final Set<String> JOURNALS = ConcurrentHashMap.newKeySet();

    @RepeatedTest(10)
    void a_run(SandboxWorld world) {
        world.play("bank-down-a-minute");
        Shop shop = new Shop(world);
        long payment = shop.sell(1_000);
        world.customer().pay(payment);
        assertThat(shop.follow(payment)).isEqualTo("Processed");
        world.play("refund-answer-lost");
        shop.refund(payment, 300);
        JOURNALS.add(world.control().get("/requests/normalized").toString());
    }

    @AfterAll
    static void all_runs_were_one() {
        assertThat(JOURNALS).hasSize(1);
    }
}
