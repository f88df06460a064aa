package kz.paysandbox.emulator.blackbox.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.core.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each limit, count and nth is one step: calls made at the same moment do not get past it together. */
class AtOnceTest {

    private static final int CALLS = 32;
    private static final int WORLDS = 12;

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("limits.worlds", String.valueOf(WORLDS));

    @Test
    void no_more_worlds_are_made_than_may_be() {
        List<Answer> answers = AtOnce.call(
                CALLS, number -> SANDBOX.control().post("/worlds", "{\"name\":\"at-once-" + number + "\"}"));

        assertThat(SANDBOX.control().get("/worlds").expect(200).json()).hasSize(WORLDS);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSizeGreaterThanOrEqualTo(CALLS - WORLDS);
        for (int number = 0; number < CALLS; number++) {
            SANDBOX.control().delete("/worlds/at-once-" + number);
        }
    }

    @Test
    void of_a_name_one_world_is_made() {
        List<Answer> answers =
                AtOnce.call(CALLS, number -> SANDBOX.control().post("/worlds", "{\"name\":\"the-same\"}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        SANDBOX.control().delete("/worlds/the-same").expect(204);
    }

    @Test
    void a_fault_happens_as_often_as_it_may_and_no_more() {
        TestWorld world = SANDBOX.world();
        fault(world, "\"times\":5", "");
        Bank bank = world.bank("r1");

        List<Long> codes = AtOnce.call(CALLS, number -> bank.get("health/ping").code());

        assertThat(Collections.frequency(codes, -999L)).isEqualTo(5);
        SANDBOX.control().delete("/worlds/" + world.name());
    }

    @Test
    void one_call_is_the_nth() {
        TestWorld world = SANDBOX.world();
        fault(world, "", ",\"nth\":7");
        Bank bank = world.bank("r1");

        List<Long> codes = AtOnce.call(CALLS, number -> bank.get("health/ping").code());

        assertThat(Collections.frequency(codes, -999L)).isEqualTo(1);
        SANDBOX.control().delete("/worlds/" + world.name());
    }

    @Test
    void every_request_has_a_number_of_its_own() {
        TestWorld world = SANDBOX.world();
        Bank bank = world.bank("r1");

        AtOnce.call(CALLS, number -> bank.get("health/ping").code());

        assertThat(SANDBOX.control()
                        .send("GET", "/requests", java.util.Map.of("X-Sandbox-World", world.name()), "")
                        .json()
                        .findValuesAsText("number"))
                .hasSize(CALLS)
                .doesNotHaveDuplicates();
        SANDBOX.control().delete("/worlds/" + world.name());
    }

    @Test
    void a_certificate_is_renewed_a_hundred_times_at_most() {
        TestWorld world = SANDBOX.world();
        world.certificate();

        List<Integer> renewed = AtOnce.call(CALLS, number -> renewals(world));

        assertThat(renewed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(99);
        SANDBOX.control().delete("/worlds/" + world.name());
    }

    private static int renewals(TestWorld world) {
        int done = 0;
        for (int asked = 0; asked < 4; asked++) {
            int status = world.control()
                    .post("/certificates/" + world.name() + "/renew", "")
                    .status();
            done += status == 200 ? 1 : 0;
        }
        return done;
    }

    private static void fault(TestWorld world, String more, String when) {
        world.control()
                .post(
                        "/faults",
                        "{\"when\":{\"endpoint\":\"r1 health ping\"" + when + "},\"then\":{\"statusCode\":-999}"
                                + (more.isEmpty() ? "" : "," + more) + "}")
                .expect(201);
    }
}
