package kz.paysandbox.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.junit.json.Json;
import kz.paysandbox.junit.json.JsonText;

/**
 * The control surface on behalf of one world, for whatever has no method elsewhere. Answers are the JSON text as it came;
 * a refusal is a {@link SandboxRefusal}.
 */
public final class SandboxControl {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int FIRST_REFUSAL = 300;
    private static final String EMPTY = "{}";

    private final HttpClient http;
    private final URI base;
    private final Optional<String> token;
    private final String world;
    private final Supplier<String> lastWords;

    /**
     * @param lastWords what the sandbox printed last, asked for where it does not answer
     */
    SandboxControl(HttpClient http, URI base, Optional<String> token, String world, Supplier<String> lastWords) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.world = world;
        this.lastWords = lastWords;
    }

    SandboxControl in(String otherWorld) {
        return new SandboxControl(http, base, token, otherWorld, lastWords);
    }

    /** Where it is, up to and with {@code /__sandbox}. */
    public URI base() {
        return base;
    }

    /** Reads; {@code path} begins after {@code /__sandbox}, as {@code /payments?status=Processed}. */
    public String get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** Deletes. */
    public String delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    /** Posts a JSON object of maps, lists, texts, numbers and booleans. */
    public String post(String path, Map<String, ?> body) {
        return post(path, JsonText.of(body));
    }

    /** Posts a text as it is; empty for none. */
    public String post(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body));
    }

    /** As {@link #post(String, Map)}, by PUT. */
    public String put(String path, Map<String, ?> body) {
        return call("PUT", path, BodyPublishers.ofString(JsonText.of(body)));
    }

    /** As {@link #post(String, Map)}, by PATCH. */
    public String patch(String path, Map<String, ?> body) {
        return call("PATCH", path, BodyPublishers.ofString(JsonText.of(body)));
    }

    Json read(String path) {
        return Json.parse(get(path));
    }

    private String call(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LONGEST)
                .header("X-Sandbox-World", world)
                .header("Content-Type", "application/json")
                .method(method, body);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw refusal(answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            String said = lastWords.get();
            throw new UncheckedIOException(
                    "no sandbox answers at " + base + (said.isEmpty() ? "" : "; the last that it printed: " + said),
                    unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was asked", stop);
        }
    }

    private static SandboxRefusal refusal(int status, String body) {
        try {
            String detail = Json.parse(body).at("detail").text();
            return new SandboxRefusal(status, detail.isEmpty() ? plain(status) : detail, body);
        } catch (IllegalArgumentException noJson) {
            return new SandboxRefusal(status, plain(status), EMPTY);
        }
    }

    private static String plain(int status) {
        return "the control surface answered HTTP " + status;
    }
}
