package kz.paysandbox.emulator.blackbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of persons and pipelines, of a sandbox that is bound to the network. */
class TokenScopesTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("bind", "0.0.0.0");

    private static final AtomicInteger MADE = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "GET, /world?world=%s, 200",
        "GET, /world, 200",
        "GET, /clock, 200",
        "POST, /reset, 200",
        "GET, /worlds/%s/certificate, 200",
        "GET, /version, 200",
        "GET, /listeners, 200",
        "GET, /access, 200",
        "GET, /world?world=main, 403",
        "GET, /version?world=main, 403",
        "GET, /worlds/main/certificate, 403",
        "DELETE, /worlds/main, 403",
        "POST, /worlds, 403",
        "GET, /worlds, 403",
        "GET, /config, 403",
        "GET, /metrics, 403",
        "GET, /tokens, 403",
        "GET, /audit, 403",
    })
    void a_token_of_one_world_opens_that_alone(String method, String path, int status) {
        String world = world();
        String token = token("world:" + world);

        Answer answer = with(token, method, path.formatted(world));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("test_sandbox");
        if (status == 403) {
            assertThat(answer.json().path("type").asText()).isEqualTo("urn:kzpay-sandbox:out-of-scope");
            assertThat(answer.json().path("scope").asText()).isEqualTo("world:" + world);
            assertThat(answer.json().path("needs").asText()).contains("all");
            assertThat(answer.json().path("detail_ru").asText()).contains("токен");
        }
    }

    @Test
    void a_token_of_a_world_selects_it_and_sees_no_other_once_it_is_gone() {
        String world = world();
        String token = token("world:" + world);
        assertThat(with(token, "GET", "/world").json().path("name").asText()).isEqualTo(world);

        with(first(), "DELETE", "/worlds/" + world).expect(204);

        Answer gone = with(token, "GET", "/world");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body()).doesNotContain("main");
        assertThat(with(token, "POST", "/reset").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /world, 200",
        "GET, /worlds, 200",
        "GET, /config, 200",
        "GET, /metrics, 200",
        "GET, /requests, 200",
        "GET, /worlds/main/certificate, 403",
        "GET, /tokens, 403",
        "POST, /reset, 403",
        "POST, /requests/verify, 403",
        "DELETE, /requests, 403",
    })
    void a_token_that_reads_reads_no_credentials(String method, String path, int status) {
        Answer answer = with(token("read"), method, path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("test_sandbox", "clientSecret", "apiKey\":");
    }

    @Test
    void a_withdrawn_token_stops_at_once() {
        String token = token("all");
        String name = with(token, "GET", "/access").json().path("token").asText();
        with(token, "DELETE", "/tokens/" + name).expect(204);

        Answer refused = with(token, "GET", "/world").expect(403);
        assertThat(refused.body())
                .isEqualTo(SANDBOX.control().get("/world").expect(403).body());
    }

    @Test
    void an_expired_one_opens_nothing_and_is_told_so() {
        Answer made = make("{\"name\":\"short\",\"scope\":\"all\",\"expires\":\"2020-01-01T00:00:00Z\"}")
                .expect(201);

        assertThat(with(made.json().path("token").asText(), "GET", "/world")
                        .expect(403)
                        .body())
                .contains("short has expired");
    }

    @Test
    void only_its_hash_is_kept_for_the_owner_alone() throws IOException {
        String token = token("read");
        Path file = SANDBOX.home().resolve("tokens.json");

        assertThat(Files.readString(file)).doesNotContain(token).contains("\"sha256\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(with(first(), "GET", "/tokens").body()).doesNotContain(token, "sha256");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"scope\":\"everything\"}",
                "{\"name\":\"x\",\"scope\":\"world:\"}",
                "{\"name\":\"a b\",\"scope\":\"all\"}",
                "{\"name\":\"x\",\"scope\":\"all\",\"expires\":\"soon\"}",
                "{\"name\":\"x\",\"scope\":\"all\",\"worlds\":-1}",
            })
    void nonsense_makes_none(String body) {
        make(body).expect(400);
    }

    @Test
    void a_name_is_taken_once() {
        make("{\"name\":\"once\",\"scope\":\"read\"}").expect(201);
        make("{\"name\":\"once\",\"scope\":\"all\"}").expect(409);
        make("{\"name\":\"control.token\",\"scope\":\"all\"}").expect(409);
    }

    @Test
    void what_was_changed_is_told_with_the_name_of_the_token() {
        String world = world();
        String token = token("world:" + world);
        String name = with(token, "GET", "/access").json().path("token").asText();
        with(token, "POST", "/reset").expect(200);
        with(token, "GET", "/clock").expect(200);
        with(token, "GET", "/config").expect(403);

        Answer audit = with(first(), "GET", "/audit?token=" + name);
        assertThat(audit.body()).doesNotContain(token);
        assertThat(audit.json().findValuesAsText("path")).containsExactly("/__sandbox/config", "/__sandbox/reset");
        assertThat(audit.json().path(1).path("world").asText()).isEqualTo(world);
        assertThat(with(first(), "GET", "/audit?token=control.token&limit=1000")
                        .json()
                        .findValuesAsText("made"))
                .contains(name, world);
        assertThat(audit.json().path(1).path("status").asInt()).isEqualTo(200);
        assertThat(audit.json().path(0).path("status").asInt()).isEqualTo(403);
        JsonNode listed = StreamSupport.stream(
                        with(first(), "GET", "/tokens").json().spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("calls").toString()).isEqualTo("{\"read\":2,\"write\":1,\"refused\":1}");
        assertThat(with(first(), "GET", "/metrics").body())
                .contains("kzpay_sandbox_token_calls_total{kind=\"write\",token=\"" + name + "\"} 1.0");
    }

    private static String world() {
        return with(first(), "POST", "/worlds").json().path("name").asText();
    }

    private static String token(String scope) {
        return make("{\"name\":\"token-" + MADE.incrementAndGet() + "\",\"scope\":\"" + scope + "\"}")
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    private static Answer make(String body) {
        return send(first(), "POST", "/tokens", body);
    }

    private static String first() {
        return SANDBOX.emulator().controlToken().orElseThrow();
    }

    private static Answer with(String token, String method, String path) {
        return send(token, method, path, "");
    }

    private static Answer send(String token, String method, String path, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        return Http.plain(SANDBOX.port("control"))
                .send(
                        method,
                        "/__sandbox" + path,
                        headers,
                        body.isEmpty() ? Optional.empty() : Optional.of(body.getBytes(UTF_8)));
    }
}
