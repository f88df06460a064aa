package kz.paysandbox.emulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that fit the OpenAPI document and are not among those of {@link ControlAnswersIT}; and the document as served. */
class ControlOperationsIT {

    /** What is asked here alone, for it takes client certificates. */
    static final List<String> ASKED =
            List.of("POST /certificates/{name}/renew", "POST /certificates/{name}/revoke", "POST /returns/{id}/scan");

    /** Those that are asked for in this class, that with a file too. */
    static final List<String> ASKED_HERE =
            Stream.concat(ASKED.stream(), Stream.of("POST /worlds/import")).toList();

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private static final String KEY = "5a".repeat(32);

    private final OpenApi api = new OpenApi("control/openapi/control.yaml");
    private final TestWorld world = SANDBOX.world();

    @Test
    void certificates_and_return_codes_fit() {
        long code = world.bank("r2").returnCode();
        ask("POST", "/returns/" + code + "/scan", "{\"phone\":\"87010000001\"}", 200);
        ask("GET", "/returns", "", 200);
        ask("POST", "/certificates/" + world.name() + "/renew", "", 200);
        ask("POST", "/certificates/" + world.name() + "/revoke", "", 200);
        assertThat(api.unanswered()).doesNotContainAnyElementsOf(ASKED);
    }

    @Test
    void a_world_goes_to_a_file_and_comes_back_under_another_name() throws Exception {
        long payment = world.bank("r1").qr(7);
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<byte[]> file = http.send(
                HttpRequest.newBuilder(control("/worlds/" + world.name() + "/export"))
                        .header("X-Sandbox-Key", KEY)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<String> made = http.send(
                HttpRequest.newBuilder(control("/worlds/import?as=" + world.name() + "-copy"))
                        .header("X-Sandbox-Key", KEY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(api.faults("POST", "/worlds/import?as=copy", "", OpenApi.Answer.of(made)))
                .isEmpty();
        HttpResponse<String> payments = http.send(
                HttpRequest.newBuilder(control("/payments?world=" + world.name() + "-copy"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(payments.body()).contains("\"id\":\"" + payment + "\"");
    }

    private static URI control(String path) {
        return URI.create("http://127.0.0.1:" + SANDBOX.port("control") + "/__sandbox" + path);
    }

    @Test
    void notes_and_failed_handshakes_fit() {
        world.bank("r1").post("qr/create", Map.of("Amount", 1));
        ask("GET", "/requests", "", 200);
        try (RawConnection client = RawConnection.plain(SANDBOX.port("kaspi-r1"))) {
            client.say("GET / HTTP/1.1\r\n\r\n").hearAll();
        }
        SANDBOX.main().control().awaitNote("plain HTTP");
        Answer failed = SANDBOX.main().control().get("/requests");
        assertThat(failed.body()).contains("handshake", "notes_ru");
        assertThat(faults("GET", "/requests", "", failed)).isEmpty();
    }

    @Test
    void a_long_verification_that_is_refused_fits() {
        ask(
                "POST",
                "/requests/verify",
                "{\"where\":{\"endpoint\":\"r1 *\",\"header\":{\"A\":\"b\"},\"http\":200}}",
                422);
        ask("POST", "/scenarios", "name: mine\nbank: kaspi\n", 400);
    }

    @Test
    void faults_with_every_condition_fit() {
        ask(
                "POST",
                "/faults",
                "{\"name\":\"n\",\"when\":{\"endpoint\":\"epay payment cryptopay\",\"header\":{\"A\":\"b\"},\"share\":0.5},"
                        + "\"then\":{\"delay\":\"1s\",\"http\":502,\"body\":\"html\"},\"times\":2}",
                201);
        ask("POST", "/faults", "{\"when\":{\"endpoint\":\"r1 *\"},\"then\":{\"drop\":\"after\"}}", 201);
        ask("POST", "/faults", "{\"when\":{\"endpoint\":\"r1 *\",\"nth\":7},\"then\":{\"reset\":true}}", 201);
        ask("GET", "/faults", "", 200);
    }

    /** What is no JSON has at least the type that the document says. */
    @ParameterizedTest
    @CsvSource({
        "/payments/{id}/qr.png, image/png",
        "/payments/{id}/qr.svg, image/svg+xml",
        "/phone.svg, image/svg+xml",
        "/metrics, text/plain",
        "/openapi/control.yaml, application/yaml",
        "/openapi/kaspi.yaml, application/yaml",
        "/openapi/epay.yaml, application/yaml"
    })
    void pictures_and_the_document_itself_fit(String path, String type) {
        long payment = world.bank("r1").qr(1);
        Answer answer = ask("GET", path.replace("{id}", String.valueOf(payment)), "", 200);
        assertThat(answer.contentType()).startsWith(type);
    }

    /** A parameter that there is not is refused with the names of those that there are. */
    @Test
    void the_document_has_the_query_parameters_that_rows_take() {
        for (String operation : api.operations()) {
            if (operation.startsWith("GET ")) {
                String path = operation.substring("GET ".length()).replaceAll("[{]\\w+}", "1");
                String refused = world.control()
                        .get(path + "?colour=red")
                        .expect(400)
                        .json()
                        .path("detail")
                        .asText();
                String known = refused.contains("; known: ") ? refused.replaceFirst(".*; known: ", "") : "";
                assertThat(api.queryParameters(operation))
                        .as(operation + ": " + refused)
                        .isEqualTo(known);
            }
        }
    }

    @Test
    void a_document_that_there_is_not_is_refused_with_those_that_there_are() {
        Answer refused = ask("GET", "/openapi/kaspy.yaml", "", 404);
        assertThat(refused.json().path("suggestion").asText()).isEqualTo("kaspi.yaml");
    }

    @Test
    void the_document_is_served_as_it_is() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ControlEndpoints.class.getResourceAsStream("openapi/control.yaml"))) {
            assertThat(world.control().get("/openapi/control.yaml").expect(200).body())
                    .isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Answer ask(String method, String path, String body, int status) {
        Answer answer = world.control().send(method, path, Map.of(), body).expect(status);
        assertThat(faults(method, path, body, answer)).isEmpty();
        return answer;
    }

    private List<String> faults(String method, String path, String body, Answer answer) {
        return api.faults(method, path, body, new OpenApi.Answer(answer.status(), answer.contentType(), answer.body()));
    }
}
