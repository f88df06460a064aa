package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadControlInputTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();
    private final Control control = world.control();

    @Test
    void a_mistyped_world_is_unknown_and_the_near_one_suggested() {
        String mistyped = world.name().replace("test", "tset");

        Answer answer = control.send("GET", "/world", Map.of("X-Sandbox-World", mistyped), "");

        problem(answer, 404, "unknown-world");
        assertThat(answer.json().path("suggestion").asText()).startsWith("test-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"frozen\",\"at\":\"yesterday\"}",
                "{\"mode\":\"frozen\",\"at\":\"2026-02-30T00:00:00Z\"}",
                "{\"mode\":\"frozen\",\"at\":\"1066-10-14T00:00:00Z\"}",
                "{\"mode\":\"frozen\",\"at\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"mode\":\"stopped\"}",
                "{\"mode\":\"real\",\"at\":\"2026-01-01T00:00:00Z\"}",
                "{}",
                ""
            })
    void a_malformed_clock_is_refused_and_stays_as_it_is(String clock) {
        world.freeze("2026-05-01T10:00:00Z");

        problem(control.put("/clock", clock), 400, "invalid");

        assertThat(control.get("/clock").json().path("now").asText()).isEqualTo("2026-05-01T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "PT", "-PT1S", "P1000000Y", "PT9223372036854775807S", "P9999999D"})
    void a_malformed_step_is_refused(String by) {
        problem(control.post("/clock/advance", "{\"by\":\"" + by + "\"}"), 400, "invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "/organizations/180340021791, paymentMethod, paymentMethods",
        "/tradepoints/1, qrPayment, qrPayments",
        "/devices/321, aktive, active"
    })
    void an_unknown_key_of_a_patch_is_refused_and_the_near_one_suggested(String path, String key, String near) {
        Answer answer = control.patch(path, "{\"" + key + "\":true}");

        problem(answer, 400, "invalid");
        assertThat(answer.json().path("detail").asText()).contains("unknown key " + key, "did you mean " + near + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"paymentMethods\":[\"Cash\"]}",
                "{\"paymentMethods\":\"Red\"}",
                "{\"active\":\"yes\"}",
                "{\"active\":null}",
                "{\"behaviorOptions\":{\"qrCodeScanWaitTimeout\":0}}",
                "{\"behaviorOptions\":{\"waits\":5}}",
                "{\"behaviorOptions\":5}",
                "[]",
                "{",
                "null"
            })
    void a_patch_that_makes_no_sense_changes_nothing(String patch) {
        String before =
                control.patch("/organizations/" + Bank.BIN, "{}").expect(200).body();

        assertThat(control.patch("/organizations/" + Bank.BIN, patch).status()).isEqualTo(400);

        assertThat(control.patch("/organizations/" + Bank.BIN, "{}").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /organizations/000000000000",
        "PATCH, /tradepoints/999",
        "PATCH, /tradepoints/x",
        "PATCH, /devices/none",
        "POST, /payments/77/scan",
        "POST, /payments/x/confirm",
        "GET, /payments/77",
        "GET, /payments/77/qr.png",
        "POST, /returns/77/scan",
        "POST, /certificates/nobody/revoke",
        "GET, /worlds/nowhere/certificate",
        "DELETE, /worlds/nowhere",
        "GET, /requests/999999",
        "GET, /requests/x"
    })
    void what_is_not_there_is_a_404_problem(String method, String path) {
        Answer answer = control.send(method, path, Map.of(), "");

        assertThat(answer.expect(404).contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
    }

    @Test
    void a_mistyped_path_is_answered_with_the_near_one() {
        Answer answer = control.get("/wrold");

        problem(answer, 404, "unknown-path");
        assertThat(answer.json().path("detail").asText()).contains("did you mean /__sandbox/world");
    }

    @Test
    void a_wrong_method_is_a_405_problem() {
        problem(control.delete("/clock"), 405, "wrong-method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"amount\":\"x\"}", "{\"amount\":null}", "{\"amount\":[]}"})
    void a_refund_without_an_amount_is_refused(String body) {
        long payment = world.bank("r1").paid(1);

        problem(control.post("/payments/" + payment + "/refund", body), 400, "invalid");
    }

    private static void problem(Answer answer, int status, String type) {
        assertThat(answer.expect(status).contentType()).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:kzpay-sandbox:" + type);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
    }
}
