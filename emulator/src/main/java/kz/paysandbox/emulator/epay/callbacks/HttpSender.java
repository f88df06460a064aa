package kz.paysandbox.emulator.epay.callbacks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.data.WebAddress;
import kz.paysandbox.emulator.core.net.OwnListeners;
import org.jspecify.annotations.Nullable;

/** Posts over HTTP/1.1: a bounded number at a time, a bounded number waiting, redirects not followed. */
public final class HttpSender implements Sender {

    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_WAITING = 20_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LONGEST_LOCATION = 500;

    private record Waiting(String url, Bytes body, CompletableFuture<Receipt> receipt) {}

    private final Duration timeout;
    private final Supplier<SSLContext> trust;
    private final OwnListeners own;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int underWay;
    private @Nullable HttpClient client;

    /**
     * @param timeout real time that a merchant has
     * @param trust whose certificates are believed; asked for when the first callback goes out
     * @param own what is never sent to
     */
    public HttpSender(Duration timeout, Supplier<SSLContext> trust, OwnListeners own) {
        this.timeout = timeout;
        this.trust = trust;
        this.own = own;
    }

    @Override
    public CompletionStage<Receipt> post(String url, Bytes body) {
        Waiting next = new Waiting(url, body, new CompletableFuture<>());
        synchronized (queue) {
            if (underWay >= MOST_AT_ONCE) {
                if (queue.size() >= MOST_WAITING) {
                    return CompletableFuture.completedFuture(Receipt.unsent("too many callbacks are waiting"));
                }
                queue.addLast(next);
                return next.receipt();
            }
            underWay++;
        }
        var unused = CompletableFuture.runAsync(() -> begin(next));
        return next.receipt();
    }

    private void begin(Waiting next) {
        CompletableFuture<HttpResponse<String>> sent;
        try {
            URI address = address(next.url());
            checkAddress(address);
            sent = client().sendAsync(
                            HttpRequest.newBuilder(address)
                                    .timeout(timeout)
                                    .header("Content-Type", "application/json")
                                    .header(OwnListeners.MARK, "true")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                                            next.body().array()))
                                    .build(),
                            head -> new BriefText());
        } catch (RuntimeException | IOException unusable) {
            sent = CompletableFuture.failedFuture(unusable);
        }
        CompletableFuture<HttpResponse<String>> exchange = sent;
        var unused = exchange.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync((answer, failure) -> {
                    exchange.cancel(true);
                    return failure == null ? answered(answer) : receipt(failure);
                })
                .thenAccept(receipt -> {
                    finished();
                    next.receipt().complete(receipt);
                });
    }

    /** Every address of the host counts, whichever the client would take. */
    private void checkAddress(URI address) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
        if (own.areAmong(List.of(InetAddress.getAllByName(address.getHost())), port)) {
            throw new OwnAddress();
        }
    }

    private void finished() {
        Waiting next;
        synchronized (queue) {
            next = queue.pollFirst();
            if (next == null) {
                underWay--;
                return;
            }
        }
        begin(next);
    }

    private HttpClient client() {
        synchronized (queue) {
            HttpClient known = client;
            if (known == null) {
                known = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeout)
                        .sslContext(trust.get())
                        .build();
                client = known;
            }
            return known;
        }
    }

    private static URI address(String url) {
        return WebAddress.of(url)
                .map(WebAddress::uri)
                .orElseThrow(() -> new IllegalArgumentException("no web address"));
    }

    private static Receipt answered(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return Receipt.answered(
                answer.statusCode(),
                location.length() <= LONGEST_LOCATION ? location : location.substring(0, LONGEST_LOCATION) + "…",
                answer.body());
    }

    private static Receipt receipt(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof OwnAddress
                ? Receipt.unsent("the address is the sandbox's own: no callback goes there")
                : Receipt.failed(words(cause));
    }

    private static String words(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        if (cause instanceof SSLException) {
            return "TLS failed: " + cause.getMessage();
        }
        if (cause instanceof UnknownHostException) {
            return "no such host";
        }
        return cause instanceof IOException ? "connection broken" : "address unusable";
    }

    /** A callback was to go to one of the sandbox's listeners. */
    private static final class OwnAddress extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
