package kz.paysandbox.gateway.crash;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.OpenApi;

/**
 * Calls to a gateway, each of whose answers must fit its OpenAPI document.
 *
 * @param port it listens to, on the loopback
 * @param token in the header of calls
 */
public record GatewayClient(int port, String token) {
    private static final OpenApi API = OpenApi.document();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /** Sends a request with the token, and does not wait. */
    public CompletableFuture<HttpAnswer> begin(String path, String json, String... headers) {
        return sent("POST", path, json, headers);
    }

    public HttpAnswer post(String path, String json, String... headers) {
        return begin(path, json, headers).join();
    }

    public HttpAnswer put(String path, String json) {
        return sent("PUT", path, json).join();
    }

    public HttpAnswer get(String path) {
        return sent("GET", path, "").join();
    }

    /** Asks without a token in a header. */
    public HttpAnswer ask(String path) {
        return sent(request(path, Optional.empty()).build()).join();
    }

    private CompletableFuture<HttpAnswer> sent(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, Optional.of(token))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build());
    }

    private HttpRequest.Builder request(String path, Optional<String> bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONGEST);
        bearer.ifPresent(given -> request.header("Authorization", "Bearer " + given));
        return request;
    }

    private static CompletableFuture<HttpAnswer> sent(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            HttpAnswer answer = new HttpAnswer(response);
            List<String> faults = API.faults(request.method(), request.uri().getPath(), answer);
            if (!faults.isEmpty()) {
                throw new AssertionError("an answer does not fit openapi.yaml: " + faults);
            }
            return answer;
        });
    }
}
