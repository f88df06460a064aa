package kz.paysandbox.emulator.epay.callbacks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.data.WebAddress;
import kz.paysandbox.emulator.core.memory.FailedAllocation;
import kz.paysandbox.emulator.core.net.OwnListeners;
import kz.paysandbox.emulator.core.net.TlsWords;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** A sender over HTTP/1.1: a bounded number at a time, a bounded number waiting, redirects not followed. */
public final class HttpSender implements Sender {

    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_WAITING = 20_000;
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 10;

    private record Waiting(String url, Bytes body, CompletableFuture<Receipt> receipt) {}

    private final Duration timeout;
    private final Supplier<SSLContext> trust;
    private final MerchantAddresses addresses;
    private final Deque<Waiting> queue = new ArrayDeque<>();

    /**
     * Not the common pool, which a program that this is embedded in may have filled with what waits for a callback. Its
     * queue holds two tasks at most for each post that is under way.
     */
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("callbacks-sender", true));

    private int underWay;
    private boolean closed;
    private @Nullable CloseableHttpAsyncClient client;

    /**
     * @param timeout real time that a merchant has
     * @param trust whose certificates are believed; asked for when the first callback goes out
     * @param own what is never sent to
     */
    public HttpSender(Duration timeout, Supplier<SSLContext> trust, OwnListeners own) {
        this(timeout, trust, new MerchantAddresses(own));
    }

    HttpSender(Duration timeout, Supplier<SSLContext> trust, MerchantAddresses addresses) {
        this.timeout = timeout;
        this.trust = trust;
        this.addresses = addresses;
        this.threads.allowCoreThreadTimeOut(true);
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
        threads.execute(FailedAllocation.told(() -> begin(next)));
        return next.receipt();
    }

    @Override
    public void close() {
        CloseableHttpAsyncClient known;
        synchronized (queue) {
            closed = true;
            known = client;
        }
        if (known != null) {
            known.close(CloseMode.IMMEDIATE);
        }
    }

    private void begin(Waiting next) {
        CompletableFuture<Receipt> done = new CompletableFuture<>();
        Future<?> exchange = CompletableFuture.completedFuture("not begun");
        try {
            WebAddress address =
                    WebAddress.of(next.url()).orElseThrow(() -> new IllegalArgumentException("no web address"));
            exchange =
                    client().execute(request(address, next.body()), new BriefAnswer(done::complete), new Outcome(done));
        } catch (RuntimeException unusable) {
            done.completeExceptionally(unusable);
        }
        Future<?> begun = exchange;
        var unused = done.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (receipt, failure) -> {
                            begun.cancel(true);
                            FailedAllocation.tell(failure);
                            return failure == null ? receipt : receipt(failure);
                        },
                        threads)
                .thenAccept(receipt -> {
                    finished();
                    next.receipt().complete(receipt);
                });
    }

    private static AsyncRequestProducer request(WebAddress address, Bytes body) {
        return AsyncRequestBuilder.post()
                .setHttpHost(new HttpHost(address.scheme(), address.host().replaceAll("[\\[\\]]", ""), address.port()))
                .setPath(address.target())
                .addHeader(OwnListeners.MARK, "true")
                .setEntity(body.array(), ContentType.create("application/json"))
                .build();
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

    private CloseableHttpAsyncClient client() {
        synchronized (queue) {
            if (closed) {
                throw new IllegalStateException("the sandbox is being stopped");
            }
            CloseableHttpAsyncClient known = client;
            if (known == null) {
                known = MerchantClient.start(timeout, trust.get(), addresses, MOST_AT_ONCE);
                client = known;
            }
            return known;
        }
    }

    private static Receipt receipt(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof MerchantAddresses.OwnAddress
                ? Receipt.unsent("the address is the sandbox's own: no callback goes there")
                : Receipt.failed(words(cause));
    }

    private static String words(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        if (cause instanceof SSLException) {
            return "TLS failed: " + TlsWords.of(cause);
        }
        if (cause instanceof UnknownHostException) {
            return "no such host";
        }
        return cause instanceof IOException ? "connection broken" : "address unusable";
    }

    /** Hands the client's outcome on. */
    private record Outcome(CompletableFuture<Receipt> done) implements FutureCallback<Receipt> {
        @Override
        public void completed(Receipt receipt) {
            done.complete(receipt);
        }

        @Override
        public void failed(Exception failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void cancelled() {
            done.completeExceptionally(new IOException("cancelled"));
        }
    }
}
