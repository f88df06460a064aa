package kz.paysandbox.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.epay.callbacks.MerchantTrust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With a full heap nothing that stays is taken in, and the answer says so; what makes room is still done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullHeapTest {

    private static final Path HOME = Path.of("target", "full-heap-home");

    private final AtomicBoolean full = new AtomicBoolean();
    private Emulator emulator;
    private HttpClient client;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        emulator = Emulator.start(EmulatorConfig.embedded(HOME), new Heap() {
            @Override
            public boolean isFull() {
                return full.get();
            }

            @Override
            public void exhausted(OutOfMemoryError error) {}
        });
        client = HttpClient.newBuilder()
                .sslContext(MerchantTrust.context(HOME.resolve("pki/ca-bundle.pem"), new SecureRandom()))
                .build();
        post("control", "http", "/__sandbox/worlds", "{\"name\":\"small\"}");
        full.set(true);
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void what_creates_is_refused_by_both_banks() throws IOException, InterruptedException {
        String sold = post("kaspi-r1", "https", "/r1/v01/qr/create", """
                {"DeviceToken":"321","Amount":1}""");
        String paid = send(request("epay", "https", "/oauth2/token")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=test")));

        assertThat(sold).startsWith("200 ").contains("\"StatusCode\":-999");
        assertThat(paid).contains("\"code\":456");
    }

    @Test
    void a_world_that_holds_little_still_takes_something_in() throws IOException, InterruptedException {
        post(
                "kaspi-r1",
                "https",
                "/r1/v01/qr/create",
                "{\"DeviceToken\":\"321\",\"Amount\":1,\"Other\":\"" + "x".repeat(9_000) + "\"}");

        HttpResponse<String> sold = client.send(
                HttpRequest.newBuilder(URI.create(
                                "https://localhost:" + emulator.ports().get("kaspi-r1") + "/r1/v01/qr/create"))
                        .header("Api-Key", emulator.world("small").credentials().value("kaspi.api-key"))
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"DeviceToken":"321","Amount":1}"""))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(sold.body()).contains("\"StatusCode\":0");
    }

    @Test
    void statuses_are_still_answered() throws IOException, InterruptedException {
        assertThat(send(request("kaspi-r1", "https", "/r1/v01/health/ping").GET()))
                .contains("\"StatusCode\":0");
    }

    @Test
    void what_makes_room_is_still_done() throws IOException, InterruptedException {
        assertThat(post("control", "http", "/__sandbox/worlds", "{\"name\":\"one-more\"}"))
                .startsWith("503 ")
                .contains("sandbox-full", "reset");
        for (String path : List.of("/__sandbox/worlds/", "/__sandbox/%77orlds")) {
            assertThat(post("control", "http", path, "{\"name\":\"spelled\"}")).startsWith("503 ");
        }
        assertThat(post("control", "http", "/__sandbox/reset", "")).startsWith("200 ");
    }

    private String post(String listener, String scheme, String path, String json)
            throws IOException, InterruptedException {
        return send(request(listener, scheme, path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String listener, String scheme, String path) {
        return HttpRequest.newBuilder(
                        URI.create(scheme + "://localhost:" + emulator.ports().get(listener) + path))
                .header("Api-Key", "test_sandbox")
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
