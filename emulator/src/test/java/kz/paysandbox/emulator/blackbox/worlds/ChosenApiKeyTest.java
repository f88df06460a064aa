package kz.paysandbox.emulator.blackbox.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.core.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** r1's key of a world can be chosen, so that a client with a key built in runs. */
final class ChosenApiKeyTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("kaspi.api-key", "prod_built-in");

    @Test
    void the_default_world_has_the_key_that_was_set() {
        assertThat(SANDBOX.main().apiKey()).isEqualTo("prod_built-in");
        assertThat(SANDBOX.main().keyed("prod_built-in").tradePoints().code()).isZero();
        assertThat(SANDBOX.main().keyed("test_sandbox").tradePoints().code()).isEqualTo(-10000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"nested\",\"kaspi\":{\"apiKey\":\"key-of-nested\"}}",
                "{\"name\":\"flat\",\"apiKey\":\"key-of-flat\"}"
            })
    void a_world_is_made_with_a_chosen_key(String json) {
        Answer made = SANDBOX.control().post("/worlds", json).expect(201);
        String name = made.json().path("name").asText();

        assertThat(made.json().path("kaspi").path("apiKey").asText()).isEqualTo("key-of-" + name);
        SANDBOX.main().keyed("key-of-" + name).qr(5);
        assertThat(SANDBOX.control()
                        .send("GET", "/payments", Map.of("X-Sandbox-World", name), "")
                        .json())
                .hasSize(1);
    }

    @Test
    void a_key_belongs_to_one_world() {
        Answer taken = SANDBOX.control().post("/worlds", """
                {"kaspi":{"apiKey":"prod_built-in"}}""");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("type").asText()).contains("credential-taken");
    }

    @Test
    void of_many_worlds_with_one_key_made_at_once_one_is() {
        List<Integer> statuses =
                AtOnce.call(8, caller -> SANDBOX.control().post("/worlds", """
                                {"kaspi":{"apiKey":"wanted-by-all"}}""").status());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void a_key_of_a_world_that_is_gone_is_free() {
        String json = """
                {"name":"short","kaspi":{"apiKey":"again"}}""";
        SANDBOX.control().post("/worlds", json).expect(201);
        SANDBOX.control().delete("/worlds/short").expect(204);
        SANDBOX.control().post("/worlds", json).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a b\"", "\"ключ\"", "7", "{}"})
    void a_key_is_one_word_of_ascii(String key) {
        Answer refused = SANDBOX.control().post("/worlds", "{\"kaspi\":{\"apiKey\":" + key + "}}");

        assertThat(refused.expect(400).json().path("detail").asText()).contains("apiKey must be");
    }

    @Test
    void a_mistyped_key_is_no_key() {
        Answer refused = SANDBOX.control().post("/worlds", """
                {"kaspi":{"apikey":"x"}}""");

        assertThat(refused.expect(400).body()).contains("apiKey");
    }

    @Test
    void a_setting_that_is_no_key_stops_the_start() {
        assertThatThrownBy(() -> EmulatorConfig.embedded(Path.of("nowhere"), Map.of("kaspi.api-key", "a b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kaspi.api-key");
    }
}
