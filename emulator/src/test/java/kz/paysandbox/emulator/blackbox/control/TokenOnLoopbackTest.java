package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the loopback nobody needs a token; who sends one is held to it. */
class TokenOnLoopbackTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void a_token_that_is_sent_is_held_to_its_scope_and_none_is_needed() {
        String token = token("here", "read");

        assertThat(with(token, "POST", "/reset").status()).isEqualTo(403);
        assertThat(world.control().post("/reset", "").status()).isEqualTo(200);
        assertThat(with("left-over-from-a-sandbox-bound-elsewhere", "POST", "/reset")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_withdrawn_one_opens_nothing() {
        String token = token("gone", "all");
        world.control().send("DELETE", "/tokens/gone", Map.of(), "").expect(204);

        assertThat(with(token, "GET", "/world").expect(403).body()).contains("withdrawn");
    }

    @Test
    void a_stream_ends_with_its_token_and_tells_of_no_other_world() {
        String token = token("follower", "world:" + world.name());
        String more = "Authorization: Bearer " + token + "\r\n";
        try (EventStream stream =
                EventStream.open(SANDBOX.port("control"), "", more).begun()) {
            TestWorld other = SANDBOX.world();
            world.control().post("/reset", "").expect(200);

            assertThat(stream.until("world", data -> true))
                    .last()
                    .satisfies(event -> assertThat(event.data().path("name").asText())
                            .as("not " + other.name())
                            .isEqualTo(world.name()));

            world.control().send("DELETE", "/tokens/follower", Map.of(), "").expect(204);
            assertThat(stream.next()).isEmpty();
        }
    }

    private String token(String name, String scope) {
        return world.control()
                .post("/tokens", "{\"name\":\"" + name + "\",\"scope\":\"" + scope + "\"}")
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    private Answer with(String token, String method, String path) {
        return world.control().send(method, path, Map.of("Authorization", "Bearer " + token), "");
    }
}
