package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worlds as files through the control surface: into the sandbox that they are from, and into another one. */
class ImportTest {

    private static final String DIGITS = "c3".repeat(32);

    @TempDir
    private Path home;

    private EpaySandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        FilledHome.prepare(home);
        sandbox = FilledHome.start(home);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void where_its_credentials_are_taken_it_has_new_ones_and_its_payments_are_found_under_these() {
        var unused = FilledHome.fill(sandbox);
        byte[] file = exported("main");
        Answer made = imported("?as=copy", file);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode copy = made.json();
        assertThat(copy.path("kaspi").path("apiKey").asText())
                .isNotEmpty()
                .isNotEqualTo(world("main").path("kaspi").path("apiKey").asText());
        assertThat(payments("copy")).isEqualTo(payments("main"));
        JsonNode client = copy.path("epay");
        assertThat(client.path("clientId").asText()).as(copy.toString()).isNotEmpty();
        String token = sandbox.tokenOf(
                client.path("clientId").asText(),
                client.path("clientSecret").asText(),
                client.path("terminal").asText(),
                Map.of());
        Answer status = sandbox.get(sandbox.base() + "/check-status/payment/transaction/700001", token);
        assertThat(status.json().path("transaction").path("statusName").asText())
                .as(status.body())
                .isEqualTo("CHARGE");
        assertThat(control("/checkouts", "copy").json()).isEmpty();
        assertThat(control("/requests", "copy").json().path("requests")).isEmpty();
        assertThat(control("/faults", "copy").json()).hasSize(9);
    }

    @Test
    void a_name_that_is_taken_is_refused_and_replaced_on_demand_with_its_credentials_kept() {
        var unused = FilledHome.fill(sandbox);
        byte[] file = exported("main");
        Answer taken = imported("?as=w1", file);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("--as", "--replace");
        String key = world("w1").path("kaspi").path("apiKey").asText();
        Answer replaced = imported("?as=w1&replace=true", file);
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(201);
        assertThat(world("w1").path("kaspi").path("apiKey").asText()).isEqualTo(key);
        assertThat(payments("w1")).isEqualTo(payments("main"));
    }

    @Test
    void the_default_world_goes_back_to_what_it_was_with_its_tokens() {
        var unused = FilledHome.fill(sandbox);
        String token = sandbox.token(Map.of());
        byte[] file = exported("main");
        List<JsonNode> before = payments("main");
        assertThat(control("POST", "/reset", "", "main").status()).isEqualTo(200);
        assertThat(payments("main")).isEmpty();
        assertThat(imported("?replace=true", file).status()).isEqualTo(201);
        assertThat(payments("main")).isEqualTo(before);
        Answer status = sandbox.get(sandbox.base() + "/check-status/payment/transaction/700001", token);
        assertThat(status.json().path("transaction").path("statusName").asText())
                .isEqualTo("CHARGE");
    }

    @Test
    void what_is_no_world_s_file_or_of_another_key_is_refused_and_makes_no_world() {
        byte[] file = exported("main");
        Answer garbage = imported("?as=copy", "no file".getBytes(UTF_8));
        assertThat(garbage.status()).isEqualTo(400);
        assertThat(garbage.body()).contains("this is no file of a world");
        Answer foreign = imported("?as=copy", file, "00".repeat(32));
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.body()).contains("another key");
        assertThat(imported("?as=copy", file, "short").body()).contains("64 hexadecimal digits");
        assertThat(imported("?as=-", file).status()).isEqualTo(400);
        assertThat(control("/world", "copy").status()).isEqualTo(404);
    }

    @Test
    void two_hundred_payments_go_with_it() {
        for (int payment = 0; payment < 200; payment++) {
            Answer made = sandbox.send(HttpRequest.newBuilder(
                            URI.create("https://localhost:" + sandbox.port("kaspi-r1") + "/r1/v01/qr/create"))
                    .header("Content-Type", "application/json")
                    .header("Api-Key", "test_sandbox")
                    .header("X-Request-ID", new UUID(1, payment).toString())
                    .POST(HttpRequest.BodyPublishers.ofString(EpaySandbox.json(
                            Map.of("DeviceToken", "2be4cc91-5895-48f8-8bc2-86c7bd419b3b", "Amount", 200 + payment)))));
            assertThat(made.json().path("StatusCode").asInt(-1)).isZero();
        }
        assertThat(control("PUT", "/clock", "{\"mode\":\"frozen\",\"at\":\"2030-01-01T00:00:00Z\"}", "main")
                        .status())
                .isEqualTo(200);
        assertThat(imported("?as=copy", exported("main")).status()).isEqualTo(201);
        assertThat(payments("copy")).hasSize(200).isEqualTo(payments("main"));
    }

    private byte[] exported(String world) {
        return FilledHome.control(sandbox).file("/worlds/" + world + "/export", Map.of("X-Sandbox-Key", DIGITS));
    }

    private Answer imported(String query, byte[] file) {
        return imported(query, file, DIGITS);
    }

    private Answer imported(String query, byte[] file, String key) {
        return sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.control("/worlds/import" + query)))
                .header("Content-Type", "application/octet-stream")
                .header("X-Sandbox-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private JsonNode world(String name) {
        return control("/world", name).json();
    }

    /** Without whose shop they are of: that is the world's client. */
    private List<JsonNode> payments(String world) {
        List<JsonNode> payments = new ArrayList<>();
        control("/payments?limit=1000", world)
                .json()
                .forEach(payment -> payments.add(((ObjectNode) payment).without("bin")));
        return payments;
    }

    private Answer control(String path, String world) {
        return sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.control(path)))
                .header("X-Sandbox-World", world)
                .GET());
    }

    private Answer control(String method, String path, String body, String world) {
        return sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.control(path)))
                .header("X-Sandbox-World", world)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}
