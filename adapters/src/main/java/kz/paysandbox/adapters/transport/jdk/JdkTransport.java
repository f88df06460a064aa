package kz.paysandbox.adapters.transport.jdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.ExchangeFuture;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Transport;

/**
 * HTTP by the JDK's own client: HTTP/1.1, kept connections unless they have been idle for too long, no redirects (they
 * would carry credentials elsewhere), one deadline over everything. When the TLS context changes, new calls get a new
 * client and calls in flight end on the old.
 */
public final class JdkTransport implements Transport {
    private static final String RETRY_EVERYTHING = "jdk.httpclient.enableAllMethodRetry";

    private final JdkClients clients;
    private final int maxResponseBytes;

    private JdkTransport(JdkClients clients, int maxResponseBytes) {
        this.clients = clients;
        this.maxResponseBytes = maxResponseBytes;
    }

    /**
     * A transport that asks for its TLS context at every call.
     *
     * @throws IllegalStateException when this Java is told to send any request again by itself, refunds included
     */
    public static JdkTransport of(Supplier<SSLContext> tls, HttpSettings settings) {
        String again = System.getProperty(RETRY_EVERYTHING);
        if (again != null && (again.isEmpty() || Boolean.parseBoolean(again))) {
            throw new IllegalStateException("the system property " + RETRY_EVERYTHING
                    + " makes Java send a lost refund twice by itself: remove it");
        }
        return new JdkTransport(new JdkClients(tls, settings), settings.maxResponseBytes());
    }

    /** One request under way. */
    private record Exchange(
            ApiRequest request,
            JdkProgress progress,
            SSLContext context,
            CompletableFuture<HttpResponse<byte[]>> answer) {}

    @Override
    public ApiResponse send(ApiRequest request) {
        if (Thread.currentThread().isInterrupted()) {
            throw ConnectionFailed.lasting(
                    request.requestId(), "interrupted before sending", new InterruptedException());
        }
        Exchange exchange = start(request);
        try {
            return incoming(request, exchange.answer().get(request.deadline().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            PaymentException abandoned = abandoned(exchange, e);
            exchange.answer().cancel(true);
            throw abandoned;
        } catch (TimeoutException | ExecutionException e) {
            throw failure(exchange, Futures.cause(e));
        }
    }

    @Override
    public CompletableFuture<ApiResponse> sendAsync(ApiRequest request) {
        Exchange exchange;
        try {
            exchange = start(request);
        } catch (PaymentException unsent) {
            return CompletableFuture.failedFuture(unsent);
        }
        ExchangeFuture<ApiResponse> whole = new ExchangeFuture<>();
        whole.whenCancelled(() -> {
            whole.completeExceptionally(abandoned(exchange, new CancellationException()));
            exchange.answer().cancel(true);
        });
        Futures.settle(
                exchange.answer().copy().orTimeout(request.deadline().toNanos(), TimeUnit.NANOSECONDS),
                response -> whole.complete(incoming(request, response)),
                failed -> whole.completeExceptionally(
                        failed instanceof PaymentException known ? known : failure(exchange, Futures.cause(failed))));
        return whole;
    }

    /** The caller stopped waiting: a request that was not given out yet is kept back. */
    private static PaymentException abandoned(Exchange exchange, Exception cause) {
        ApiRequest request = exchange.request();
        boolean keptBack = exchange.progress().keptBack(request);
        String how = request.operation() + (cause instanceof InterruptedException ? ": interrupted" : ": cancelled");
        return keptBack
                ? ConnectionFailed.lasting(request.requestId(), how + " while connecting", cause)
                : OutcomeUnknown.abandoned(request.requestId(), how + " while waiting", cause);
    }

    private Exchange start(ApiRequest request) {
        JdkProgress progress = new JdkProgress();
        HttpRequest outgoing;
        try {
            outgoing = outgoing(request, progress);
        } catch (IllegalArgumentException impossible) {
            String why = withoutQuotation(impossible);
            throw ConnectionFailed.lasting(
                    request.requestId(),
                    request.operation() + ": nothing was sent, Java refuses the request: " + why,
                    new IllegalArgumentException(why));
        }
        JdkConnections connections = clients.enter(request);
        CompletableFuture<HttpResponse<byte[]>> answer;
        try {
            answer = connections
                    .client()
                    .sendAsync(outgoing, head -> new JdkWholeBody(progress.began(maxResponseBytes)));
        } catch (RuntimeException | Error broken) {
            clients.leave(connections);
            throw broken;
        }
        var unused = answer.whenComplete((response, failure) -> clients.leave(connections));
        return new Exchange(request, progress, connections.context(), answer);
    }

    /** Java quotes the header or address that it refuses, which may be a token: only the words before it are given on. */
    private static String withoutQuotation(IllegalArgumentException refusal) {
        String said = String.valueOf(refusal.getMessage());
        int colon = said.indexOf(':');
        return colon < 0 ? said : said.substring(0, colon);
    }

    /**
     * A resumed TLS session is not asked for its certificate again. After a connection that ended without a word, the
     * next one makes a whole handshake, so that a revoked or expired certificate is refused before anything is sent.
     */
    private static void forgetSessions(SSLContext context) {
        SSLSessionContext sessions = context.getClientSessionContext();
        for (byte[] id : Collections.list(sessions.getIds())) {
            SSLSession session = sessions.getSession(id);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    private static PaymentException failure(Exchange exchange, Throwable cause) {
        PaymentException read = reading(exchange, cause);
        if (read instanceof OutcomeUnknown && !exchange.progress().answerBegan()) {
            forgetSessions(exchange.context());
        }
        return read;
    }

    private static PaymentException reading(Exchange exchange, Throwable cause) {
        ApiRequest request = exchange.request();
        JdkProgress progress = exchange.progress();
        if (cause instanceof TimeoutException) {
            exchange.answer().cancel(true);
            String said = request.operation() + ": no whole answer within " + request.deadline();
            return progress.keptBack(request)
                    ? ConnectionFailed.passing(request.requestId(), said, cause)
                    : OutcomeUnknown.lost(request.requestId(), said, cause);
        }
        if (cause instanceof HttpConnectTimeoutException) {
            if (request.body().isPresent() && !progress.keptBack(request)) {
                return OutcomeUnknown.lost(
                        request.requestId(), request.operation() + ": the time to connect ended while sending", cause);
            }
            return FailureReading.of(
                    request, new ConnectException("connect or handshake took too long").initCause(cause), false);
        }
        PaymentException read = FailureReading.of(request, cause, progress.answerBegan());
        if (read instanceof OutcomeUnknown && progress.keptBack(request)) {
            return ConnectionFailed.passing(request.requestId(), request.operation() + ": lost before sending", cause);
        }
        return read;
    }

    private static HttpRequest outgoing(ApiRequest request, JdkProgress progress) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(request.method(), request.body().map(progress::publish).orElseGet(progress::publishNothing));
        request.headers().forEach((name, value) -> setHeader(builder, name, value));
        return builder.setHeader("X-Request-ID", request.requestId()).build();
    }

    private static void setHeader(HttpRequest.Builder builder, String name, String value) {
        try {
            builder.setHeader(name, value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("the header " + name + ", " + withoutQuotation(refused), refused);
        }
    }

    private ApiResponse incoming(ApiRequest request, HttpResponse<byte[]> answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.isEmpty() ? "" : values.get(0)));
        byte[] body = answer.body();
        try {
            if (answer.headers()
                    .firstValue("Content-Encoding")
                    .filter("gzip"::equalsIgnoreCase)
                    .isPresent()) {
                body = LimitedBody.gunzip(body, maxResponseBytes);
            }
        } catch (IOException e) {
            throw FailureReading.broken(request, e);
        }
        return new ApiResponse(request.requestId(), answer.statusCode(), headers, body);
    }

    @Override
    public void close() {
        clients.close();
    }
}
