package kz.paysandbox.emulator.blackbox.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A scenario that the settings name is played where the default world is new, and goes on after another start. */
class KeptScenarioTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("store", "file", "scenario", "bank-down-a-minute");

    @Test
    void it_is_not_played_again_over_a_kept_world_and_its_next_step_is_done() {
        TestWorld main = SANDBOX.main();
        assertThat(main.bank("r2").tradePoints().status()).isEqualTo(503);
        JsonNode before = active(main);
        main.control().put("/clock", "{\"mode\":\"frozen\"}").expect(200);

        SANDBOX.restart();

        assertThat(active(main)).isEqualTo(before);
        assertThat(main.bank("r2").tradePoints().status()).isEqualTo(503);
        main.control().post("/clock/advance", "{\"by\":\"PT1M\"}").expect(200);
        assertThat(main.bank("r2").tradePoints().status()).isEqualTo(200);
        assertThat(active(main).path("done")).hasSize(before.path("done").size() + 1);
    }

    private static JsonNode active(TestWorld world) {
        return world.control().get("/scenarios/active").expect(200).json();
    }
}
