package kz.paysandbox.adapters.kaspi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.KaspiCode;
import kz.paysandbox.adapters.kaspi.wire.Envelope;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Headers;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.WholeCall;

/** The requests of one scheme, and the envelopes of their answers. */
final class KaspiCalls {
    private final KaspiSettings settings;
    private final String scheme;
    private final Map<String, String> headers;
    private final WholeCall whole;

    KaspiCalls(KaspiSettings settings, String scheme, Map<String, String> headers) {
        this.settings = settings;
        this.scheme = scheme;
        Map<String, String> own = new HashMap<>(headers);
        own.put("Accept", "application/json");
        this.headers = Map.copyOf(Headers.merged(settings.http().headers(), own));
        this.whole = WholeCall.none(settings.http());
    }

    private KaspiCalls(KaspiCalls usual, WholeCall whole) {
        this.settings = usual.settings.within(whole);
        this.scheme = usual.scheme;
        this.headers = usual.headers;
        this.whole = whole;
    }

    /** The same for one operation, all of whose requests share its time. */
    KaspiCalls within(WholeCall operation) {
        return new KaspiCalls(this, operation);
    }

    KaspiSettings settings() {
        return settings;
    }

    String scheme() {
        return scheme;
    }

    /** A GET; the operation's name is its path without ids, the path may have more segments. */
    <W, T> CompletableFuture<T> get(
            Execution execution,
            String operation,
            String path,
            Map<String, String> query,
            Class<W> type,
            Function<W, T> read) {
        ApiRequest request = request("GET", operation, path + text(query), Optional.empty(), Repeat.HARMLESS);
        return send(execution, request, opened -> one(opened, type, read));
    }

    <W, T> CompletableFuture<List<T>> getList(
            Execution execution, String operation, String path, Class<W> type, Function<W, T> read) {
        ApiRequest request = request("GET", operation, path, Optional.empty(), Repeat.HARMLESS);
        return send(execution, request, opened -> list(opened, type, read));
    }

    /** A GET that is sent once within the given time, for polls that have a rhythm of their own. */
    <W, T> CompletableFuture<T> poll(
            String operation, String path, Duration deadline, Class<W> type, Function<W, T> read) {
        ApiRequest request = request("GET", operation, path, Optional.empty(), Repeat.NEVER);
        ApiRequest once = request.again(request.requestId(), deadline);
        return settings.transport().sendAsync(once, response -> one(open(once, response), type, read));
    }

    <W, T> CompletableFuture<T> post(
            Execution execution, String operation, Object body, Repeat repeat, Class<W> type, Function<W, T> read) {
        return send(execution, posting(operation, body, repeat), opened -> one(opened, type, read));
    }

    <W, T> CompletableFuture<List<T>> postList(
            Execution execution, String operation, Object body, Class<W> type, Function<W, T> read) {
        return send(execution, posting(operation, body, Repeat.HARMLESS), opened -> list(opened, type, read));
    }

    /** For answers without Data. */
    CompletableFuture<Void> postForNothing(Execution execution, String operation, Object body, Repeat repeat) {
        return send(execution, posting(operation, body, repeat), opened -> opened)
                .thenAccept(opened -> {});
    }

    CompletableFuture<Void> ping(Execution execution) {
        ApiRequest request = request("GET", "health/ping", "health/ping", Optional.empty(), Repeat.HARMLESS);
        return send(execution, request, opened -> opened).thenAccept(opened -> {});
    }

    private ApiRequest posting(String operation, Object body, Repeat repeat) {
        return request("POST", operation, operation, Optional.of(KaspiJson.write(body)), repeat);
    }

    private ApiRequest request(String method, String operation, String path, Optional<byte[]> body, Repeat repeat) {
        Map<String, String> all = headers;
        if (body.isPresent()) {
            all = Headers.merged(headers, Map.of("Content-Type", "application/json"));
        }
        String version = path.startsWith("v02/") ? "/" : "/v01/";
        ApiRequest request = new ApiRequest(
                scheme + " " + operation.replace('/', ' '),
                settings.http().surroundings().requestIds().get(),
                method,
                URI.create(settings.base() + "/" + scheme + version + path),
                all,
                body,
                settings.http().deadline(),
                repeat);
        Duration left = whole.left(request, settings.reconciliation().patience());
        return left.equals(request.deadline()) ? request : request.again(request.requestId(), left);
    }

    private static String text(Map<String, String> query) {
        StringBuilder text = new StringBuilder();
        query.forEach((name, value) -> text.append(text.length() == 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** What the bank's Data lacks is found when it is read, after the listener was told of a success. */
    private <T> CompletableFuture<T> send(Execution execution, ApiRequest request, Function<OpenedAnswer, T> read) {
        return execution
                .send(settings.transport(), request, response -> open(request, response))
                .thenApply(read);
    }

    /** The Data of a successful answer, with the id that failures of reading it must name. */
    private record OpenedAnswer(String requestId, Optional<JsonNode> data) {
        @Override
        public String toString() {
            return "Opened[hidden]";
        }
    }

    private static OpenedAnswer open(ApiRequest request, ApiResponse response) {
        Envelope envelope;
        try {
            envelope = KaspiJson.envelope(response.body());
        } catch (IOException e) {
            throw unreadable(request, response, "the answer is not the bank's JSON");
        }
        Long code = envelope.statusCode();
        if (code == null) {
            throw unreadable(request, response, "the answer has no StatusCode");
        }
        if (code == 0) {
            if (response.status() != 200) {
                throw ProtocolViolation.unreadable(
                        response.requestId(),
                        request.operation() + ": HTTP " + response.status() + " with StatusCode 0",
                        null);
            }
            return new OpenedAnswer(
                    response.requestId(), Optional.ofNullable(envelope.data()).filter(data -> !data.isNull()));
        }
        throw refusal(request, response, code, envelope.message() == null ? "" : envelope.message());
    }

    private static PaymentException refusal(ApiRequest request, ApiResponse response, long code, String message) {
        KaspiCode known = KaspiCode.of(code);
        if (known == KaspiCode.NO_CERTIFICATE) {
            return AuthenticationFailed.of(
                    response.requestId(),
                    request.operation() + ": StatusCode -10000, the bank saw no valid certificate or key");
        }
        if (known == KaspiCode.UNAVAILABLE) {
            return Rejected.forNow(response.requestId(), code, message);
        }
        return known.refuses()
                ? Rejected.of(response.requestId(), code, message)
                : Rejected.unexplained(response.requestId(), code, message);
    }

    private static PaymentException unreadable(ApiRequest request, ApiResponse response, String what) {
        String said = request.operation() + ": HTTP " + response.status() + ", " + what;
        return response.unprocessed()
                ? ProtocolViolation.refused(response.requestId(), said)
                : ProtocolViolation.unreadable(response.requestId(), said, null);
    }

    private static <W, T> T one(OpenedAnswer opened, Class<W> type, Function<W, T> read) {
        try {
            return read.apply(KaspiJson.read(required(opened), type));
        } catch (JsonProcessingException | AnswerReading.Malformed e) {
            throw malformed(opened, e);
        }
    }

    private static <W, T> List<T> list(OpenedAnswer opened, Class<W> type, Function<W, T> read) {
        try {
            return KaspiJson.readList(required(opened), type).stream()
                    .map(row -> read.apply(AnswerReading.required(row, "a row")))
                    .toList();
        } catch (JsonProcessingException | AnswerReading.Malformed e) {
            throw malformed(opened, e);
        }
    }

    private static JsonNode required(OpenedAnswer opened) {
        return opened.data().orElseThrow(() -> new AnswerReading.Malformed("it is missing"));
    }

    private static PaymentException malformed(OpenedAnswer opened, Exception e) {
        String what = e instanceof JsonProcessingException ? "a field has another type" : e.getMessage();
        return ProtocolViolation.unreadable(opened.requestId(), "the Data of a success: " + what, null);
    }
}
