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
import kz.paysandbox.adapters.epay.payment.AccessToken;
import kz.paysandbox.adapters.epay.wire.EpayJson;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.Headers;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.WholeCall;

/**
 * The requests of ePay, each with a fitting token. The token is had first, within the call's own deadline, so that
 * without one nothing leaves. A call whose token is refused (HTTP 401) was not carried out: it is sent once more with
 * a new token.
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

    EpaySettings settings() {
        return settings;
    }

    /** The same with other settings; the tokens are shared. */
    EpayCalls with(EpaySettings other) {
        return new EpayCalls(other, tokens, WholeCall.none(other.http()));
    }

    /** The same for one operation, all of whose requests share its time. */
    EpayCalls within(WholeCall operation) {
        return new EpayCalls(settings.within(operation), tokens, operation);
    }

    CompletableFuture<AccessToken> token(Execution execution, TokenRequest request) {
        return tokens.token(execution, request, settings.http().deadline());
    }

    /** What every call asks for. */
    TokenRequest service() {
        return TokenRequest.service(settings.credentials().terminal());
    }

    <T> CompletableFuture<T> read(
            Execution execution, String operation, String path, TokenRequest token, Function<ApiResponse, T> read) {
        return send(execution, "GET", operation, path, token, Optional.empty(), read);
    }

    /** A GET without a token, for what is public. */
    <T> CompletableFuture<T> readOpen(
            Execution execution, String operation, String path, Function<ApiResponse, T> read) {
        ApiRequest request =
                request("GET", operation, settings.hosts().api() + path, Map.of(), Optional.empty(), Repeat.HARMLESS);
        return execution.send(settings.transport(), request, read);
    }

    /** A POST that moves money, or may: carried out once at most. */
    <T> CompletableFuture<T> post(
            Execution execution,
            String operation,
            String path,
            TokenRequest token,
            Optional<Object> body,
            Function<ApiResponse, T> read) {
        return send(execution, "POST", operation, path, token, body.map(EpayJson::write), read);
    }

    /** One call with its time. */
    private record TimedCall(ApiRequest request, TokenRequest token, Duration within, long begun) {}

    private <T> CompletableFuture<T> send(
            Execution execution,
            String method,
            String operation,
            String path,
            TokenRequest token,
            Optional<byte[]> body,
            Function<ApiResponse, T> read) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        body.ifPresent(bytes -> headers.put("Content-Type", "application/json"));
        Repeat repeat = method.equals("GET") ? Repeat.HARMLESS : Repeat.NEVER;
        ApiRequest request = request(method, operation, settings.hosts().api() + path, headers, body, repeat);
        Duration within = whole.left(request, settings.reconciliation().patience());
        long begun = settings.http().surroundings().nanoTime().getAsLong();
        return send(execution, new TimedCall(request, token, within, begun), false, read);
    }

    private <T> CompletableFuture<T> send(
            Execution execution, TimedCall call, boolean again, Function<ApiResponse, T> read) {
        return tokens.token(execution, call.token(), left(call)).thenCompose(token -> {
            String id = again
                    ? settings.http().surroundings().requestIds().get()
                    : call.request().requestId();
            Map<String, String> headers =
                    Headers.merged(call.request().headers(), Map.of("Authorization", "Bearer " + token.value()));
            ApiRequest request = call.request().withHeaders(headers).again(id, left(call));
            return Futures.recover(execution.send(settings.transport(), request, read), failure -> {
                if (failure instanceof AuthenticationFailed refused) {
                    tokens.forget(call.token(), token);
                    if (refused.unauthenticated() && !again) {
                        return send(execution, call, true, read);
                    }
                }
                return CompletableFuture.failedFuture(failure);
            });
        });
    }

    private Duration left(TimedCall call) {
        long passed = settings.http().surroundings().nanoTime().getAsLong() - call.begun();
        return WholeCall.enough(
                call.request(),
                call.within().minusNanos(passed),
                settings.http().deadline());
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
                        response -> TokenReading.token(
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
