package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenQuotasTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_token_has_so_many_worlds_at_a_time() {
        String token = token("{\"name\":\"two\",\"scope\":\"all\",\"worlds\":2}");
        assertThat(made(token, "{}").expect(201).json().path("owner").asText()).isEqualTo("two");
        String second = made(token, "{}").expect(201).json().path("name").asText();

        Answer refused = made(token, "{}").expect(409);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:kzpay-sandbox:quota");
        assertThat(refused.json().path("detail").asText()).contains("two may have 2 worlds");
        SANDBOX.control().send("POST", "/worlds", Map.of(), "{}").expect(201);

        with(token, "DELETE", "/worlds/" + second, "").expect(204);
        made(token, "{}").expect(201);
    }

    @Test
    void its_worlds_take_nothing_more_once_they_hold_what_they_may() {
        String token = token("{\"name\":\"bytes\",\"scope\":\"all\",\"bytes\":20000}");
        made(token, "{\"name\":\"full\"}").expect(201);
        TestWorld full = new TestWorld(SANDBOX, "full");
        TestWorld other = SANDBOX.world();

        Answer last = other.bank("r1").create(Bank.DEVICE, 1);
        for (int sold = 0; sold < 10_000 && (last.code() == 0); sold++) {
            last = full.bank("r1").create(Bank.DEVICE, 1);
        }

        assertThat(last.code()).isNotZero();
        assertThat(made(token, "{}").expect(409).body()).contains("may hold 20000 bytes");
        assertThat(other.bank("r1").create(Bank.DEVICE, 1).code()).isZero();
        assertThat(full.control().get("/payments").status()).isEqualTo(200);
        with(token, "DELETE", "/worlds/full", "").expect(204);
        made(token, "{}").expect(201);
    }

    @Test
    void who_has_limits_makes_no_tokens() {
        String token = token("{\"name\":\"limited\",\"scope\":\"all\",\"worlds\":2}");

        with(token, "POST", "/tokens", "{\"name\":\"free\",\"scope\":\"all\"}").expect(403);
        with(token, "DELETE", "/tokens/limited", "").expect(403);
    }

    @Test
    void a_world_says_when_it_ends() {
        Instant before = Instant.now();
        JsonNode world = SANDBOX.control()
                .post("/worlds", "{\"name\":\"short\",\"ttl\":\"PT2H\"}")
                .expect(201)
                .json();

        assertThat(Instant.parse(world.path("expiresAt").asText()))
                .isBetween(before.plus(Duration.ofHours(2)), Instant.now().plus(Duration.ofHours(2)));
        assertThat(SANDBOX.control().get("/world?world=short").status()).isEqualTo(400);
        assertThat(new TestWorld(SANDBOX, "short")
                        .control()
                        .get("/world")
                        .json()
                        .path("expiresAt"))
                .isEqualTo(world.path("expiresAt"));
        SANDBOX.control().post("/worlds", "{\"ttl\":\"PT0S\"}").expect(400);
        SANDBOX.control().post("/worlds", "{\"ttl\":\"for ever\"}").expect(400);
    }

    private static String token(String spec) {
        return SANDBOX.control()
                .post("/tokens", spec)
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    private static Answer made(String token, String spec) {
        return with(token, "POST", "/worlds", spec);
    }

    private static Answer with(String token, String method, String path, String body) {
        return SANDBOX.control().send(method, path, Map.of("Authorization", "Bearer " + token), body);
    }
}
