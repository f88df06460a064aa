package kz.paysandbox.adapters.transport.jdk;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.HttpSettings;
import org.jspecify.annotations.Nullable;

/**
 * The clients of the JDK, with connections for each call: new ones when the TLS context has changed or the kept ones
 * have been idle for too long. Knows all threads of its clients, and ends them when it is closed and the last call has
 * ended.
 */
final class JdkClients {
    /** The client's tasks never wait, so that few threads carry any number of calls; they end when there are none. */
    private static final int THREADS = 32;

    private final Supplier<SSLContext> tls;
    private final Duration connectTimeout;
    private final Duration maxIdle;
    private final LongSupplier nanoTime;
    private final ThreadGroup selectors = new ThreadGroup("kzpay-http-selectors");
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            JdkClients::worker,
            new ThreadPoolExecutor.DiscardPolicy());
    private int open;
    private boolean closed;
    private @Nullable JdkConnections present;

    JdkClients(Supplier<SSLContext> tls, HttpSettings settings) {
        this.tls = tls;
        this.connectTimeout = settings.connectTimeout();
        this.maxIdle = settings.maxIdle();
        this.nanoTime = settings.surroundings().nanoTime();
        workers.allowCoreThreadTimeOut(true);
    }

    /** Connections that a call may use, entered; give them back with {@link #leave}. */
    synchronized JdkConnections enter(ApiRequest request) {
        if (closed) {
            throw ConnectionFailed.lasting(
                    request.requestId(),
                    request.operation() + ": the client is closed, nothing was sent",
                    new IllegalStateException("closed"));
        }
        SSLContext context = context(request);
        long now = nanoTime.getAsLong();
        JdkConnections kept = present;
        if (kept != null && kept.context() == context && kept.enter(now, maxIdle)) {
            return kept;
        }
        present = null;
        if (kept != null) {
            kept.retire();
            count(kept);
        }
        JdkConnections fresh = fresh(request, context, now);
        open++;
        present = fresh;
        fresh.enter(now, maxIdle);
        return fresh;
    }

    private SSLContext context(ApiRequest request) {
        try {
            return tls.get();
        } catch (PaymentException known) {
            throw known;
        } catch (RuntimeException broken) {
            throw unsent(request, "the TLS context cannot be made", broken);
        }
    }

    private JdkConnections fresh(ApiRequest request, SSLContext context, long now) {
        try {
            return connections(context, now);
        } catch (CompletionException broken) {
            throw unsent(request, "no HTTP client can be made", Futures.cause(broken));
        }
    }

    private static ConnectionFailed unsent(ApiRequest request, String what, Throwable cause) {
        return ConnectionFailed.lasting(
                request.requestId(),
                request.operation() + ": nothing was sent, " + what + ": " + cause.getMessage(),
                cause);
    }

    synchronized void leave(JdkConnections used) {
        used.leave(nanoTime.getAsLong());
        count(used);
    }

    /** Refuses new calls, and ends all threads with the last call in flight. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        JdkConnections kept = present;
        present = null;
        if (kept != null) {
            kept.retire();
            count(kept);
        }
        endIfUnused();
    }

    private void count(JdkConnections used) {
        if (used.ended()) {
            open--;
            endIfUnused();
        }
    }

    private void endIfUnused() {
        if (closed && open == 0) {
            workers.shutdown();
        }
    }

    /** The client's own thread is that which is new in the group after the client was made there. */
    private JdkConnections connections(SSLContext context, long now) {
        CompletableFuture<JdkConnections> made = new CompletableFuture<>();
        Thread maker = new Thread(
                selectors,
                () -> {
                    try {
                        Set<Thread> before = new HashSet<>(Arrays.asList(running()));
                        HttpClient client = client(context);
                        Optional<Thread> selector = Arrays.stream(running())
                                .filter(thread -> !before.contains(thread))
                                .findFirst();
                        made.complete(new JdkConnections(context, client, selector, now));
                    } catch (Throwable broken) {
                        made.completeExceptionally(broken);
                    }
                },
                "kzpay-http-maker");
        maker.setDaemon(true);
        maker.start();
        return made.join();
    }

    private Thread[] running() {
        Thread[] found = new Thread[selectors.activeCount() + 8];
        int count = selectors.enumerate(found);
        return Arrays.copyOf(found, count);
    }

    private HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .sslContext(context)
                .executor(workers)
                .build();
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "kzpay-http");
        thread.setDaemon(true);
        return thread;
    }
}
