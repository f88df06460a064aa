package kz.paysandbox.emulator.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls the control surface on behalf of one world. */
public final class ControlClient {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final HttpClient http;
    private final URI base;
    private final Optional<String> token;
    private final String world;
    private final Duration patience;

    /**
     * @param base up to and with {@code /__sandbox}
     * @param token demanded where the control surface is bound beyond the loopback
     */
    public ControlClient(HttpClient http, URI base, Optional<String> token, String world) {
        this(http, base, token, world, USUAL_PATIENCE);
    }

    private ControlClient(HttpClient http, URI base, Optional<String> token, String world, Duration patience) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.world = world;
        this.patience = patience;
    }

    /** The same for another world. */
    public ControlClient in(String otherWorld) {
        return new ControlClient(http, base, token, otherWorld, patience);
    }

    /** The same, which waits so long for an answer; a minute otherwise. */
    public ControlClient within(Duration longest) {
        return new ControlClient(http, base, token, world, longest);
    }

    /** Where the control surface is, up to and with {@code /__sandbox}. */
    public URI base() {
        return base;
    }

    /**
     * Where a page of the sandbox is, for a browser. A token stands behind the hash: browsers do not send that.
     *
     * @param path from the root, as {@code /phone}
     */
    public String page(String path) {
        String root = base.toString().replaceFirst("/__sandbox$", "");
        String query = world.equals("main") ? "" : "?world=" + encoded(world);
        return root
                + path
                + query
                + token.map(known -> "#token=" + encoded(known)).orElse("");
    }

    /** Whether a token is in that address, and goes with every call. */
    public boolean hasToken() {
        return token.isPresent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    public JsonNode delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, json(body));
    }

    public JsonNode put(String path, Map<String, ?> body) {
        return call("PUT", path, json(body));
    }

    public JsonNode patch(String path, Map<String, ?> body) {
        return call("PATCH", path, json(body));
    }

    public JsonNode postText(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body));
    }

    /**
     * A file of the control surface.
     *
     * @param headers besides the usual ones
     * @throws SandboxRefusal where the answer is a problem
     */
    public byte[] file(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, "application/octet-stream").GET();
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw refusal(answer.statusCode(), read(new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body();
    }

    /**
     * Hands a file over.
     *
     * @param headers besides the usual ones
     */
    public JsonNode post(String path, byte[] file, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, "application/octet-stream").POST(BodyPublishers.ofByteArray(file));
        headers.forEach(request::header);
        return answered(send(request.build(), BodyHandlers.ofString()));
    }

    /**
     * One call.
     *
     * @return the JSON of the answer; a missing node where it has no body
     * @throws SandboxRefusal where the answer is a problem
     */
    private JsonNode call(String method, String path, BodyPublisher body) {
        HttpRequest request =
                request(path, "application/json").method(method, body).build();
        return answered(send(request, BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("X-Sandbox-World", world)
                .header("Content-Type", type);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private JsonNode answered(HttpResponse<String> answer) {
        JsonNode read = read(answer.body());
        if (answer.statusCode() >= 300) {
            throw refusal(answer.statusCode(), read);
        }
        return read;
    }

    private static SandboxRefusal refusal(int status, JsonNode problem) {
        return new SandboxRefusal(
                status, problem.path("detail").asText("the control surface answered HTTP " + status), problem);
    }

    private JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException foreign) {
            throw new SandboxRefusal(502, "what answers at " + base + " is no sandbox");
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> reader) {
        try {
            return http.send(request, reader);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(
                    "no sandbox answers at " + base + "; start one with: sandbox up", unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was asked", stop);
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
