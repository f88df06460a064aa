package kz.paysandbox.adapters.epay;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Repeat;

/**
 * Sends requests with a fitting token. The token is had first, within the call's own deadline, so that without one
 * nothing leaves. A call whose token is refused (HTTP 401) was not carried out: it is sent once more with a new token.
 */
final class EpayCalls {
    private static final Duration LEAST = Duration.ofMillis(1);

    private final EpaySettings settings;
    private final AccessTokens tokens;

    EpayCalls(EpaySettings settings) {
        this.settings = settings;
        this.tokens =
                AccessTokens.of(this::fetch, settings.http().surroundings().clock());
    }

    private EpayCalls(EpaySettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** The same with other settings; the tokens are shared. */
    EpayCalls with(EpaySettings other) {
        return new EpayCalls(other, tokens);
    }

    AccessToken token(TokenRequest request) {
        return tokens.token(request, settings.http().deadline());
    }

    <T> T read(String operation, String path, Function<ApiResponse, T> read) {
        return read(operation, path, TokenRequest.service(settings.credentials().terminal()), read);
    }

    <T> T read(String operation, String path, TokenRequest request, Function<ApiResponse, T> read) {
        return send("GET", operation, path, request, Optional.empty(), Repeat.HARMLESS, read);
    }

    /** A GET without a token, for what is public. */
    <T> T readOpen(String operation, String path, Function<ApiResponse, T> read) {
        ApiRequest request =
                request("GET", operation, settings.hosts().api() + path, Map.of(), Optional.empty(), Repeat.HARMLESS);
        return settings.transport().send(request, read);
    }

    /** A POST that moves money, or may: carried out once at most. */
    <T> T post(
            String operation, String path, TokenRequest token, Optional<Object> body, Function<ApiResponse, T> read) {
        return send("POST", operation, path, token, body.map(EpayJson::write), Repeat.NEVER, read);
    }

    private <T> T send(
            String method,
            String operation,
            String path,
            TokenRequest tokenRequest,
            Optional<byte[]> body,
            Repeat repeat,
            Function<ApiResponse, T> read) {
        long begun = now();
        for (int attempt = 1; ; attempt++) {
            AccessToken token = tokens.token(tokenRequest, left(begun));
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Authorization", "Bearer " + token.value());
            headers.put("Accept", "application/json");
            body.ifPresent(bytes -> headers.put("Content-Type", "application/json"));
            ApiRequest request = request(method, operation, settings.hosts().api() + path, headers, body, repeat);
            try {
                return settings.transport().send(request.again(request.requestId(), left(begun)), read);
            } catch (AuthenticationFailed refused) {
                tokens.forget(tokenRequest, token);
                if (!refused.unauthenticated() || attempt > 1) {
                    throw refused;
                }
            }
        }
    }

    /** What is left of the call's deadline; never nothing, for a moment too late is told by the call itself. */
    private Duration left(long begun) {
        Duration left = settings.http().deadline().minusNanos(now() - begun);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private long now() {
        return settings.http().surroundings().nanoTime().getAsLong();
    }

    /** The form is what most clients in production send; asking for a token twice does no harm. */
    private CompletableFuture<AccessToken> fetch(TokenRequest wanted) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", wanted.scope());
        form.put("client_id", settings.credentials().clientId());
        form.put("client_secret", settings.credentials().clientSecret());
        form.putAll(wanted.details());
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        ApiRequest request = request(
                "POST",
                "oauth2 token",
                settings.hosts().oauth() + "/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                Optional.of(body.getBytes(StandardCharsets.UTF_8)),
                Repeat.HARMLESS);
        return settings.transport()
                .sendAsync(
                        request,
                        response -> EpayReading.token(
                                response, settings.http().surroundings().clock().instant(), wanted.scope()));
    }

    private ApiRequest request(
            String method,
            String operation,
            String uri,
            Map<String, String> headers,
            Optional<byte[]> body,
            Repeat repeat) {
        Map<String, String> all = new LinkedHashMap<>(settings.http().headers());
        all.putAll(headers);
        return new ApiRequest(
                "epay " + operation,
                settings.http().surroundings().requestIds().get(),
                method,
                URI.create(uri),
                all,
                body,
                settings.http().deadline(),
                repeat);
    }
}
