package kz.paysandbox.adapters.epay;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Headers;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.WholeCall;

/**
 * Sends requests with a fitting token. The token is had first, within the call's own deadline, so that without one
 * nothing leaves. A call whose token is refused (HTTP 401) was not carried out: it is sent once more with a new token.
 */
final class EpayCalls {
    private final EpaySettings settings;
    private final AccessTokens tokens;
    private final WholeCall whole;

    EpayCalls(EpaySettings settings) {
        this.settings = settings;
        this.tokens =
                AccessTokens.of(this::fetch, settings.http().surroundings().clock());
        this.whole = WholeCall.none(settings.http());
    }

    private EpayCalls(EpaySettings settings, AccessTokens tokens, WholeCall whole) {
        this.settings = settings;
        this.tokens = tokens;
        this.whole = whole;
    }

    /** The same with other settings; the tokens are shared. */
    EpayCalls with(EpaySettings other) {
        return new EpayCalls(other, tokens, WholeCall.none(other.http()));
    }

    /** The same for one operation, all of whose requests share its time. */
    EpayCalls within(EpaySettings other, WholeCall operation) {
        return new EpayCalls(other, tokens, operation);
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
        ApiRequest plain = request(method, operation, settings.hosts().api() + path, Map.of(), body, repeat);
        Duration within = whole.left(plain, settings.reconciliation().patience());
        long begun = settings.http().surroundings().nanoTime().getAsLong();
        for (int attempt = 1; ; attempt++) {
            AccessToken token = tokens.token(tokenRequest, left(plain, within, begun));
            Map<String, String> own = new HashMap<>();
            own.put("Authorization", "Bearer " + token.value());
            own.put("Accept", "application/json");
            body.ifPresent(bytes -> own.put("Content-Type", "application/json"));
            Map<String, String> headers = Headers.merged(plain.headers(), own);
            String requestId = attempt == 1
                    ? plain.requestId()
                    : settings.http().surroundings().requestIds().get();
            ApiRequest request = plain.withHeaders(headers).again(requestId, left(plain, within, begun));
            try {
                return settings.transport().send(request, read);
            } catch (AuthenticationFailed refused) {
                tokens.forget(tokenRequest, token);
                if (!refused.unauthenticated() || attempt > 1) {
                    throw refused;
                }
            }
        }
    }

    private Duration left(ApiRequest request, Duration within, long begun) {
        long passed = settings.http().surroundings().nanoTime().getAsLong() - begun;
        return WholeCall.enough(
                request, within.minusNanos(passed), settings.http().deadline());
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
        return new ApiRequest(
                "epay " + operation,
                settings.http().surroundings().requestIds().get(),
                method,
                URI.create(uri),
                Headers.merged(settings.http().headers(), headers),
                body,
                settings.http().deadline(),
                repeat);
    }
}
