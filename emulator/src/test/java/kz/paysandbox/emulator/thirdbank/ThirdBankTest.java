package kz.paysandbox.emulator.thirdbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bank that is added from outside has all that the sandbox's own banks have. */
class ThirdBankTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("toy.key", "toy-chosen").andBank(new ToyModule());

    private TestWorld world;
    private String key;

    @BeforeEach
    void begin() {
        world = SANDBOX.world();
        key = world.control().get("/world").json().at("/toy/key").asText();
    }

    @Test
    void its_listener_stands_with_the_others() {
        assertThat(SANDBOX.emulator().ports())
                .containsOnlyKeys("kaspi-r1", "kaspi-r2", "kaspi-r3", "epay", "toy", "control");
        assertThat(world.control().get("/version").json().path("contracts").toString())
                .contains("Toy 1");
    }

    @Test
    void its_settings_are_settings() {
        assertThat(world.control().get("/config").json().at("/toy.key/value").asText())
                .isEqualTo("toy-chosen");
        assertThat(world.control().get("/assumptions").body()).contains("toy.key");
        assertThat(SANDBOX.control().get("/world").json().at("/toy/key").asText())
                .isEqualTo("toy-chosen");
    }

    @Test
    void every_world_has_credentials_of_its_own() {
        TestWorld other = SANDBOX.world();
        String paid = paid("100");

        assertThat(key).startsWith("toy-");
        assertThat(world.control().get("/payments/" + paid).status()).isEqualTo(200);
        assertThat(other.control().get("/payments/" + paid).status()).isEqualTo(404);
        world.control().post("/reset", "").expect(200);
        assertThat(world.control().get("/payments/" + paid).status()).isEqualTo(404);
        assertThat(pay("/payments?amount=1").status()).isEqualTo(200);
    }

    @Test
    void its_payments_are_listed_and_the_customer_acts() {
        String id = paid("100.50");

        assertThat(payments("?bank=toy&status=WAITING").path(0).path("amount").decimalValue())
                .isEqualByComparingTo("100.50");
        assertThat(state(world.control().post("/payments/" + id + "/confirm", "")))
                .isEqualTo("PAID");
        assertThat(world.control().post("/payments/" + id + "/confirm", "").status())
                .isEqualTo(409);
        assertThat(world.control()
                        .post("/payments/" + id + "/refund", "{\"amount\":50}")
                        .json()
                        .path("refunded")
                        .asInt())
                .isEqualTo(50);
        assertThat(world.control().get("/payments/" + id + "/qr.png").contentType())
                .isEqualTo("image/png");
    }

    @Test
    void the_world_s_clock_moves_it() {
        world.freeze("2026-01-15T10:00:00+05:00");
        String id = paid("100");

        assertThat(world.advance("PT2M").body()).contains("toy.payment.lapsed", id);
        assertThat(state(world.control().get("/payments/" + id))).isEqualTo("LAPSED");
    }

    @Test
    void faults_meet_its_calls() {
        fault("""
                {"when":{"endpoint":"toy payments"},"then":{"http":503},"times":1}""");
        assertThat(pay("/payments?amount=1").status()).isEqualTo(503);
        fault("""
                {"when":{"endpoint":"toy *"},"then":{"drop":"after"},"times":1}""");
        assertThatThrownBy(() -> http().attempt("POST", "/payments?amount=2", Map.of("Toy-Key", key), Optional.empty()))
                .isInstanceOf(IOException.class);

        assertThat(payments("").size()).as("applied, and the answer lost").isEqualTo(1);
        assertThat(world.control().post("/faults", """
                                {"when":{"endpoint":"toy payments"},"then":{"statusCode":-1}}""").expect(400).body()).contains("of a bank that has no such code");
        assertThat(world.control()
                        .post("/faults", """
                                {"when":{"endpoint":"toy paiments"},"then":{"http":500}}""")
                        .expect(400)
                        .json()
                        .path("suggestion")
                        .asText())
                .isEqualTo("toy payments");
    }

    @Test
    void handshakes_are_refused_on_its_listener_alone() {
        SANDBOX.control().post("/faults", """
                        {"when":{"endpoint":"toy *"},"then":{"handshake":"refuse"},"times":1}""").expect(201);

        assertThat(world.bank("r1").get("health/ping").code())
                .as("while the fault still waits for its connection")
                .isZero();
        assertThatThrownBy(() -> http().attempt("POST", "/payments", Map.of(), Optional.empty()))
                .isInstanceOf(IOException.class);
        assertThat(pay("/payments?amount=1").status()).isEqualTo(200);
    }

    @Test
    void its_calls_are_in_the_journal() {
        pay("/payments?amount=1&reference=A-1");

        JsonNode entry =
                world.control().get("/requests?endpoint=toy%20payments").json().path(0);
        assertThat(entry.path("listener").asText()).isEqualTo("toy");
        assertThat(world.control().post("/requests/verify", """
                                        {"where":{"endpoint":"toy payments"},"count":{"min":1,"max":1}}""").status()).isEqualTo(200);
    }

    @Test
    void its_rules_find_what_callers_do() {
        pay("/payments?amount=1");

        assertThat(world.control().findings()).containsExactly("toy.reference.missing");
        assertThat(world.control()
                        .get("/findings?rule=toy.reference.missing")
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(world.control().get("/catalogue").body()).contains("toy.reference.missing");
    }

    @Test
    void scenarios_can_be_about_it() {
        String scenario = """
                name: toy-is-down
                bank: toy
                title: {en: The toy bank is down, ru: Банк не отвечает}
                correct: It tries again.
                faults:
                  - when: {endpoint: toy payments}
                    then: {http: 503}
                """;
        world.control().post("/scenarios", scenario).expect(201);
        world.control().post("/scenarios/toy-is-down/activate", "").expect(200);

        assertThat(pay("/payments?amount=1").status()).isEqualTo(503);
        assertThat(world.control()
                        .post("/scenarios", scenario.replace("bank: toy", "bank: toi"))
                        .expect(400)
                        .body())
                .contains("did you mean `toy`?");
        assertThat(world.control()
                        .get("/config/scenario.schema.json")
                        .json()
                        .at("/properties/bank/enum")
                        .toString())
                .isEqualTo("[\"kaspi\",\"epay\",\"toy\",\"any\"]");
    }

    private Http http() {
        return Http.tls(SANDBOX.port("toy"), SANDBOX.anonymous());
    }

    private Answer pay(String path) {
        return http().send("POST", path, Map.of("Toy-Key", key), Optional.empty());
    }

    private String paid(String amount) {
        return pay("/payments?reference=A-1&amount=" + amount)
                .expect(200)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode payments(String query) {
        return world.control().get("/payments" + query).expect(200).json();
    }

    private void fault(String json) {
        world.control().post("/faults", json).expect(201);
    }

    private static String state(Answer payment) {
        return payment.expect(200).json().path("status").asText();
    }
}
