package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTokenTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("bind", "0.0.0.0");

    @Test
    void bound_elsewhere_the_control_surface_demands_the_token() {
        Answer refused = SANDBOX.control().get("/world").expect(403);

        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.json().path("detail").asText()).contains("Authorization: Bearer");
        assertThat(with("Bearer " + token()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer x", "Basic x", "Bearer null"})
    void another_token_does_not_do(String authorization) {
        assertThat(with(authorization).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere", "GET,/worlds/nobody", "PUT,/world", "POST,/reset", "HEAD,/world", "OPTIONS,/reset"})
    void without_the_token_every_call_is_answered_alike(String method, String path) {
        Answer answer = SANDBOX.control().send(method, path, Map.of(), "");

        assertThat(answer.status()).isEqualTo(403);
        if (!method.equals("HEAD")) {
            assertThat(answer.body()).isEqualTo(SANDBOX.control().get("/world").body());
        }
    }

    @Test
    void an_oversize_body_without_the_token_is_answered_like_the_rest() {
        Answer answer = SANDBOX.control().post("/worlds", " ".repeat(70_000));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void whether_it_is_up_can_be_asked_without_the_token() {
        assertThat(SANDBOX.control().get("/health").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void the_token_alone_without_its_scheme_does_not_do() {
        assertThat(with(token()).status()).isEqualTo(403);
        assertThat(token()).hasSizeGreaterThanOrEqualTo(32);
    }

    private static String token() {
        return SANDBOX.emulator().controlToken().orElseThrow();
    }

    private static Answer with(String authorization) {
        return SANDBOX.control().send("GET", "/world", Map.of("Authorization", authorization), "");
    }
}
