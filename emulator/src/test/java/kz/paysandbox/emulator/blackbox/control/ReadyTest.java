package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A probe has no token, whatever the control surface is bound to. */
class ReadyTest {

    @RegisterExtension
    static final Sandbox BOUND = Sandbox.with("bind", "0.0.0.0");

    @ParameterizedTest
    @ValueSource(strings = {"/health/ready", "/__sandbox/health/ready"})
    void a_sandbox_whose_listeners_answer_is_ready(String path) {
        assertThat(Http.plain(BOUND.port("control"))
                        .send("GET", path, Map.of(), Optional.empty())
                        .expect(200)
                        .body())
                .isEqualTo("{\"status\":\"UP\"}");
    }
}
