package kz.paysandbox.emulator.blackbox.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SameSeedTest {

    private static final String CLOCK = "\"clock\":\"2026-05-01T10:00:00Z\"";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void two_worlds_of_one_seed_answer_the_same_calls_with_the_same_bytes() {
        TestWorld one = SANDBOX.world("{\"name\":\"one\",\"seed\":42," + CLOCK + "}");
        TestWorld two = SANDBOX.world("{\"name\":\"two\",\"seed\":42," + CLOCK + "}");

        assertThat(run(one)).isEqualTo(run(two)).hasSize(7);
        assertThat(one.apiKey()).isNotEqualTo(two.apiKey());
        assertThat(one.certificate().pfx()).isNotEqualTo(two.certificate().pfx());
    }

    @Test
    void another_seed_gives_other_ids_and_tokens() {
        TestWorld one = SANDBOX.world("{\"seed\":1," + CLOCK + "}");
        TestWorld two = SANDBOX.world("{\"seed\":2," + CLOCK + "}");

        assertThat(run(one)).doesNotContainAnyElementsOf(run(two));
    }

    @Test
    void after_a_reset_everything_comes_again() {
        TestWorld world = SANDBOX.world("{\"seed\":7," + CLOCK + "}");
        String key = world.apiKey();
        List<String> first = run(world);

        world.control().post("/reset", "").expect(200);

        assertThat(run(world)).isEqualTo(first);
        assertThat(world.apiKey()).isEqualTo(key);
    }

    private static List<String> run(TestWorld world) {
        Bank r1 = world.bank("r1");
        Bank r2 = world.bank("r2");
        Bank r3 = world.bank("r3");
        return List.of(
                r1.register("KASSA-1", 2).body(),
                r1.create(Bank.DEVICE, 1).body(),
                r2.post("qr/create-link", Map.of("DeviceToken", Bank.DEVICE, "Amount", 2))
                        .body(),
                r2.post("return/create", Map.of("DeviceToken", Bank.DEVICE)).body(),
                r3.create(Bank.DEVICE, 3).body(),
                r3.invoice(Phones.PAYER, 4).body(),
                r3.giveBack(r3.paid(5), 5, Map.of()).body());
    }
}
