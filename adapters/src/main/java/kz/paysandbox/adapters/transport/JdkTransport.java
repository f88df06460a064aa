package kz.paysandbox.adapters.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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

/**
 * HTTP by the JDK's own client: HTTP/1.1, kept connections, no redirects (they would carry credentials elsewhere), one
 * deadline over everything. When the TLS context changes, new calls get a new client and calls in flight end on the old.
 */
public final class JdkTransport implements Transport {
    private static final String RETRY_EVERYTHING = "jdk.httpclient.enableAllMethodRetry";

    private final Supplier<SSLContext> tls;
    private final Duration connectTimeout;
    private final int maxResponseBytes;
    private volatile Held held;

    private record Held(SSLContext context, HttpClient client) {}

    private JdkTransport(Supplier<SSLContext> tls, Duration connectTimeout, int maxResponseBytes) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.maxResponseBytes = maxResponseBytes;
        this.held = hold(tls.get());
    }

    /**
     * A transport that asks for its TLS context at every call.
     *
     * @throws IllegalStateException when this Java is told to send any request again by itself, refunds included
     */
    public static JdkTransport of(Supplier<SSLContext> tls, Duration connectTimeout, int maxResponseBytes) {
        String again = System.getProperty(RETRY_EVERYTHING);
        if (again != null && (again.isEmpty() || Boolean.parseBoolean(again))) {
            throw new IllegalStateException("the system property " + RETRY_EVERYTHING
                    + " makes Java send a lost refund twice by itself: remove it");
        }
        return new JdkTransport(tls, connectTimeout, maxResponseBytes);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        if (Thread.currentThread().isInterrupted()) {
            throw ConnectionFailed.lasting(
                    request.requestId(), "interrupted before sending", new InterruptedException());
        }
        JdkProgress progress = new JdkProgress();
        Held now = held();
        CompletableFuture<HttpResponse<byte[]>> answer = now.client()
                .sendAsync(outgoing(request, progress), head -> new JdkWholeBody(progress.began(maxResponseBytes)));
        try {
            return incoming(request, await(request, answer, progress));
        } catch (OutcomeUnknown lost) {
            if (!progress.answerBegan()) {
                forgetSessions(now.context());
            }
            throw lost;
        }
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

    private HttpResponse<byte[]> await(
            ApiRequest request, CompletableFuture<HttpResponse<byte[]>> answer, JdkProgress progress) {
        try {
            return answer.get(request.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw progress.unsent(request)
                    ? ConnectionFailed.lasting(request.requestId(), "interrupted while connecting", e)
                    : OutcomeUnknown.abandoned(request.requestId(), "interrupted while waiting", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            String said = request.operation() + ": no whole answer within " + request.deadline();
            throw progress.unsent(request)
                    ? ConnectionFailed.passing(request.requestId(), said, e)
                    : OutcomeUnknown.lost(request.requestId(), said, e);
        } catch (ExecutionException e) {
            throw failure(request, e.getCause() == null ? e : e.getCause(), progress);
        }
    }

    private static PaymentException failure(ApiRequest request, Throwable cause, JdkProgress progress) {
        if (cause instanceof HttpConnectTimeoutException) {
            return FailureReading.of(
                    request, new ConnectException("connect or handshake took too long").initCause(cause), false);
        }
        PaymentException read = FailureReading.of(request, cause, progress.answerBegan());
        if (read instanceof OutcomeUnknown && progress.unsent(request)) {
            return ConnectionFailed.passing(request.requestId(), request.operation() + ": lost before sending", cause);
        }
        return read;
    }

    private static HttpRequest outgoing(ApiRequest request, JdkProgress progress) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(request.method(), request.body().map(progress::publish).orElseGet(progress::publishNothing))
                .setHeader("X-Request-ID", request.requestId());
        request.headers().forEach(builder::setHeader);
        return builder.build();
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

    private Held held() {
        SSLContext now = tls.get();
        Held present = held;
        if (present.context() != now) {
            synchronized (this) {
                if (held.context() != now) {
                    held = hold(now);
                }
                present = held;
            }
        }
        return present;
    }

    private Held hold(SSLContext context) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .sslContext(context)
                .build();
        return new Held(context, client);
    }
}
