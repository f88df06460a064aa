package kz.paysandbox.emulator.http.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.ServerRuntime;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of a sandbox: one Javalin each, so that no table sees another's paths, on one pool of threads. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private static final int THREADS = 200;

    /** How long requests that are being answered hold up a shutdown; half of it before they are interrupted. */
    private static final long STOP_MILLIS = 200;

    private record Running(Javalin javalin, int port) {}

    private final QueuedThreadPool threads;
    private final Map<String, Running> running;

    private HttpServer(QueuedThreadPool threads, Map<String, Running> running) {
        this.threads = threads;
        this.running = running;
    }

    /**
     * Starts all listeners at once, and returns when each can answer: whoever connects waits until {@link #accept} is
     * called.
     *
     * @param worldOfFingerprint the world a client certificate belongs to
     * @param ports binds a listener's port, or has it bound already; it is closed with the listener
     * @throws PortInUse where a port cannot be bound; nothing is left running
     */
    public static HttpServer start(
            List<Listener> listeners,
            HttpLimits limits,
            ServerRuntime runtime,
            Function<String, World> worldOfFingerprint,
            Function<Listener, BoundPort> ports) {
        Preload.spareManagement();
        QueuedThreadPool threads =
                new WatchedThreads(THREADS, 8, runtime.admission().heap());
        threads.setName("sandbox");
        threads.setStopTimeout(STOP_MILLIS);
        startPool(threads);
        Map<String, CompletableFuture<Running>> starting = new LinkedHashMap<>();
        for (Listener listener : listeners) {
            starting.put(
                    listener.name(),
                    CompletableFuture.supplyAsync(
                            () -> start(listener, limits, runtime, worldOfFingerprint, ports, threads), threads));
        }
        Map<String, Running> running = new LinkedHashMap<>();
        HttpServer server = new HttpServer(threads, running);
        CompletionException failure = null;
        for (Map.Entry<String, CompletableFuture<Running>> entry : starting.entrySet()) {
            try {
                running.put(entry.getKey(), entry.getValue().join());
            } catch (CompletionException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            server.close();
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        return server;
    }

    /** Takes connections from now on, those that wait first. */
    public void accept() {
        running.values()
                .forEach(listener -> Arrays.stream(
                                listener.javalin().jettyServer().server().getConnectors())
                        .filter(AbstractConnector.class::isInstance)
                        .map(AbstractConnector.class::cast)
                        .forEach(connector -> connector.setAccepting(true)));
    }

    public boolean has(String listener) {
        return running.containsKey(listener);
    }

    /** The port a listener is bound to. */
    public int port(String listener) {
        Running found = running.get(listener);
        if (found == null) {
            throw new IllegalArgumentException("no listener " + listener);
        }
        return found.port();
    }

    /** Names of the listeners that take no connections, though they should. */
    public List<String> silent() {
        return running.entrySet().stream()
                .filter(listener -> !listens(listener.getValue().javalin()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean listens(Javalin javalin) {
        return Arrays.stream(javalin.jettyServer().server().getConnectors())
                .allMatch(connector ->
                        connector.isRunning() && connector instanceof NetworkConnector bound && bound.isOpen());
    }

    @Override
    public void close() {
        running.values().parallelStream().forEach(HttpServer::stop);
        stopPool(threads);
    }

    private static Running start(
            Listener listener,
            HttpLimits limits,
            ServerRuntime runtime,
            Function<String, World> worldOfFingerprint,
            Function<Listener, BoundPort> ports,
            QueuedThreadPool threads) {
        Pipeline pipeline = new Pipeline(listener, limits, runtime, threads);
        HandshakeLog handshakes = new HandshakeLog(listener, worldOfFingerprint, runtime.clients());
        TlsConnector connector = new TlsConnector(listener, limits, handshakes::failed);
        BoundPort bound = ports.apply(listener);
        try {
            Javalin javalin = Javalin.create(config -> {
                quiet(config);
                config.jetty.threadPool = threads;
                config.jetty.modifyHttpConfiguration(HttpServer::lean);
                config.jetty.modifyServer(server -> {
                    server.setStopTimeout(0);
                    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
                    server.setHandler(
                            listener.edge().isJournaled()
                                    ? wholeBodies(limits, directRows(listener, pipeline, limits, threads))
                                    : wholeBodies(limits));
                    server.setErrorHandler(new PlainErrors(runtime.admission().heap()));
                });
                config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(
                        new PlainErrors(runtime.admission().heap())));
                bound.channels()
                        .forEach(channel ->
                                config.jetty.addConnector((server, http) -> connector.on(server, http, channel)));
                config.http.prefer405over404 = true;
                config.router.javaLangErrorHandler((answer, error) ->
                        failed(answer, error, runtime.admission().heap()));
                listener.endpoints()
                        .forEach(endpoint -> methods(endpoint)
                                .forEach(method -> config.routes.addHttpHandler(
                                        method, endpoint.path(), context -> pipeline.serve(context, endpoint))));
                config.routes.exception(EofException.class, HttpServer::hungUp);
                config.routes.exception(
                        HttpResponseException.class, (refused, context) -> unmatched(pipeline, refused, context));
            });
            runtime.beforeAnswers().run();
            javalin.start();
            return new Running(javalin, bound.number());
        } catch (RuntimeException failed) {
            bound.close();
            throw failed;
        }
    }

    /** HEAD is GET whose body is not sent (RFC 9110, 9.3.2); left to the library it would pass everybody's gate. */
    private static Stream<HandlerType> methods(Endpoint endpoint) {
        HandlerType own = HandlerType.findOrCreate(endpoint.method().name());
        return endpoint.method() == Method.GET ? Stream.of(own, HandlerType.HEAD) : Stream.of(own);
    }

    private static void unmatched(Pipeline pipeline, HttpResponseException refused, Context context) {
        try {
            pipeline.serveUnmatched(context, refused.getStatus());
        } catch (IOException gone) {
            context.status(refused.getStatus());
        }
    }

    /** Clients that leave before they have said everything are no error of the server's. */
    private static void hungUp(EofException gone, Context context) {
        LOG.debug("{} hung up in its request", context.ip(), gone);
        context.status(400);
    }

    private static void failed(HttpServletResponse answer, Error error, Heap heap) {
        if (error instanceof OutOfMemoryError exhausted) {
            heap.exhausted(exhausted);
        }
        LOG.error("a request failed", error);
        answer.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
    }

    /** Bodies arrive before a thread is given to them, so clients that drip hold none. */
    private static EagerContentHandler wholeBodies(HttpLimits limits) {
        return new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(limits.body() + 1L, -1, false));
    }

    private static Handler.Singleton wholeBodies(HttpLimits limits, Handler next) {
        EagerContentHandler whole = wholeBodies(limits);
        whole.setHandler(next);
        return whole;
    }

    private static DirectRows directRows(
            Listener listener, Pipeline pipeline, HttpLimits limits, QueuedThreadPool threads) {
        return new DirectRows(pipeline, new RowPaths(listener.endpoints()), limits.body(), threads);
    }

    static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.defaultContentType = "";
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    private static void lean(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.addCustomizer(new SecureRequestCustomizer(false));
    }

    /** A client that keeps its connection busy is cut off; that is no failure of the one who stops. */
    private static void stop(Running listener) {
        try {
            listener.javalin().stop();
        } catch (JavalinException cutOff) {
            LOG.debug("stopped while connections were busy", cutOff);
        }
    }

    private static void startPool(QueuedThreadPool threads) {
        try {
            threads.start();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void stopPool(QueuedThreadPool threads) {
        try {
            threads.stop();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
