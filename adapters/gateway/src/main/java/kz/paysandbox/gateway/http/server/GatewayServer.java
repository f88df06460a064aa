package kz.paysandbox.gateway.http.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.List;
import kz.paysandbox.gateway.http.route.Route;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's listener. */
public final class GatewayServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);
    private static final int WAITING_CONNECTIONS = 1024;
    private static final long IDLE_MILLIS = 60_000;
    private static final List<String> METHODS =
            List.of("HEAD", "OPTIONS", "TRACE", "GET", "POST", "PUT", "PATCH", "DELETE");

    private final Javalin javalin;
    private final int port;
    private final List<Route> routes;

    private GatewayServer(Javalin javalin, int port, List<Route> routes) {
        this.javalin = javalin;
        this.port = port;
        this.routes = List.copyOf(routes);
    }

    /**
     * Starts, and returns when it can answer.
     *
     * @param routes all rows
     * @param front what every request goes through
     * @throws IllegalStateException when it cannot listen there
     */
    public static GatewayServer start(Listening listening, List<Route> routes, Front front) {
        try {
            Javalin javalin = Javalin.create(config -> {
                        quiet(config);
                        jetty(config, listening, front);
                        rows(config, routes, front);
                    })
                    .start();
            return new GatewayServer(javalin, javalin.port(), routes);
        } catch (JavalinException e) {
            throw new IllegalStateException(
                    "cannot listen on " + listening.host() + ":" + listening.port() + ": " + reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.defaultContentType = "";
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
    }

    private static void jetty(JavalinConfig config, Listening listening, Front front) {
        QueuedThreadPool threads = new QueuedThreadPool(listening.threads(), 8);
        threads.setName("gateway-http");
        threads.setStopTimeout(listening.stop().toMillis());
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(listening.stop().toMillis());
            server.setErrorHandler(new BareErrors(front.ids()));
            server.setHandler(new GracefulHandler(wholeBodies()));
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new BareErrors(front.ids())));
        config.jetty.addConnector((server, http) -> connector(listening, server, http));
    }

    /** Bodies arrive before a thread is given to them, so clients that drip hold none. */
    private static EagerContentHandler wholeBodies() {
        return new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(Listening.BODY_LIMIT + 1L, -1, false));
    }

    private static ServerConnector connector(Listening listening, Server server, HttpConfiguration http) {
        HttpConfiguration lean = new HttpConfiguration(http);
        lean.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(lean));
        connector.setHost(listening.host());
        connector.setPort(listening.port());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static void rows(JavalinConfig config, List<Route> routes, Front front) {
        Paths paths = Paths.of(routes);
        for (Route route : routes) {
            config.routes.addHttpHandler(type(route), route.path(), context -> front.serve(context, route));
            if (paths.heads(route)) {
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), context -> front.serve(context, route));
            }
        }
        for (Paths.Known known : paths.known()) {
            METHODS.stream()
                    .filter(method -> !known.allows(method))
                    .forEach(method -> config.routes.addHttpHandler(
                            HandlerType.findOrCreate(method), known.path(), context -> front.refuse(context, known)));
        }
        config.routes.exception(EofException.class, (gone, context) -> context.status(400));
        config.routes.exception(
                HttpResponseException.class,
                (refused, context) -> paths.of(context.path())
                        .ifPresentOrElse(
                                known -> front.refuse(context, known),
                                () -> front.unmatched(context, Paths.family(context.path()))));
    }

    private static HandlerType type(Route route) {
        return HandlerType.findOrCreate(route.method().name());
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** The rows that it answers. */
    public List<Route> routes() {
        return routes;
    }

    /** Takes no more requests, and waits for those that are under way. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException cutOff) {
            LOG.warn("stopped while requests were under way");
        }
    }
}
