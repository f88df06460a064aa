package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A verification that what was asked can no longer be seen for does not pass, and says so. */
class LostEvidenceTest {

    @RegisterExtension
    static final Sandbox SMALL = Sandbox.with("limits.journal", "3");

    @RegisterExtension
    static final Sandbox BLIND = Sandbox.with("limits.journal", "0");

    private static final String PING = "\"endpoint\":\"r1 health ping\"";
    private static final String CREATE = "\"endpoint\":\"r1 qr create\"";

    @Test
    void nothing_is_verified_without_a_journal() {
        TestWorld world = BLIND.world();
        world.bank("r1").qr(1);
        for (String count : new String[] {"{\"max\":0}", "{\"min\":1}", "{\"min\":0,\"max\":5}"}) {
            Answer answer = verify(world, CREATE, count);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().path("type").asText()).endsWith(":not-known");
            assertThat(answer.body()).contains("limits.journal=0");
        }
    }

    @Test
    void an_upper_bound_is_not_proved_once_entries_that_could_match_are_gone() {
        TestWorld world = SMALL.world();
        world.bank("r1").qr(1);
        assertThat(verify(world, CREATE, "{\"max\":0}").json().path("type").asText())
                .endsWith(":not-verified");
        for (int ping = 0; ping < 3; ping++) {
            world.bank("r1").get("health/ping");
        }

        Answer none = verify(world, CREATE, "{\"max\":0}");

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.json().path("type").asText()).endsWith(":not-known");
        assertThat(none.body()).contains("1 older requests that could have matched");
        assertThat(verify(world, CREATE, "{\"min\":1}").json().path("type").asText())
                .endsWith(":not-known");
        assertThat(world.control()
                        .post(
                                "/requests/verify",
                                "{\"where\":{" + CREATE + "},\"count\":{\"max\":0},\"within\":\"PT0.1S\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_count_without_a_bound_asks_nothing() {
        assertThat(verify(SMALL.world(), CREATE, "{}").status()).isEqualTo(400);
    }

    @Test
    void what_could_not_have_matched_proves_nothing_and_disproves_nothing() {
        TestWorld world = SMALL.world();
        world.bank("r1").qr(1);
        for (int ping = 0; ping < 5; ping++) {
            world.bank("r1").get("health/ping");
        }
        assertThat(verify(world, "\"endpoint\":\"r1 qr create-link\"", "{\"max\":0}")
                        .status())
                .isEqualTo(200);
        assertThat(verify(world, PING, "{\"min\":3}").status()).isEqualTo(200);
        assertThat(verify(world, PING, "{\"min\":3,\"max\":5}").status()).isEqualTo(422);
        assertThat(world.control().get("/world").json().at("/journal/forgotten").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_journal_that_was_cleared_is_asked_for_what_came_after() {
        TestWorld world = SMALL.world();
        for (int ping = 0; ping < 5; ping++) {
            world.bank("r1").get("health/ping");
        }
        world.control().delete("/requests").expect(204);
        assertThat(verify(world, PING, "{\"max\":0}").status()).isEqualTo(200);
    }

    @Test
    void a_value_is_found_however_it_was_written() {
        TestWorld world = SMALL.world();
        Bank bank = world.bank("r1");
        String where = CREATE + ",\"body\":{\"ExternalId\":\"4405639704015096 я\"}";
        for (byte[] body : new byte[][] {
            "{\"ExternalId\":\"4405639704015096 \\u044f\"}".getBytes(StandardCharsets.UTF_8),
            "{\"ExternalId\":\"4405639704015096 я\"}".getBytes(StandardCharsets.UTF_16LE),
            "ExternalId=4405639704015096+%D1%8F".getBytes(StandardCharsets.UTF_8)
        }) {
            world.control().delete("/requests");
            bank.send("POST", "/r1/v01/qr/create", bank.headers(), Optional.of(body));
            assertThat(verify(world, where, "{\"max\":0}").status()).isEqualTo(422);
            assertThat(verify(world, where, "{\"min\":1,\"max\":1}").status()).isEqualTo(200);
        }
        bank.send("GET", "/r1/v01/health/ping?%45xternalId=a%20b", bank.headers(), Optional.empty());
        assertThat(verify(world, PING + ",\"body\":{\"externalid\":\"a b\"}", "{\"min\":1}")
                        .status())
                .isEqualTo(200);
    }

    private static Answer verify(TestWorld world, String where, String count) {
        return world.control().post("/requests/verify", "{\"where\":{" + where + "},\"count\":" + count + "}");
    }
}
