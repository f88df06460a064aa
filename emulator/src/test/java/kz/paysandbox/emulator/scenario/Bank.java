package kz.paysandbox.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** One exchange with the bank over r3; what came back, or nothing where it cannot be known. */
final class Bank {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxWorld world;
    private HttpClient http;

    Bank(SandboxWorld world) {
        this.world = world;
        this.http = client(world.sslContext());
    }

    /** The certificate was renewed: connections from now on show the new one. */
    void reloadCertificate() {
        http = client(world.sslContext());
    }

    Optional<JsonNode> get(String path) {
        return send(request(path).GET().build());
    }

    Optional<JsonNode> post(String path, Map<String, ?> body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(world.kaspiR3() + path)).timeout(Duration.ofSeconds(10));
    }

    private Optional<JsonNode> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return Optional.of(answer.body())
                    .filter(body -> answer.statusCode() == 200 && !body.isEmpty())
                    .map(Bank::read)
                    .filter(node -> node.has("StatusCode"));
        } catch (IOException unknown) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException garbage) {
            return JSON.missingNode();
        }
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }
}
