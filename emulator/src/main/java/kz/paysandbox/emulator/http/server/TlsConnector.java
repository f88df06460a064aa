package kz.paysandbox.emulator.http.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.PeerReader;
import kz.paysandbox.emulator.http.tls.ClientCertificateRefused;
import kz.paysandbox.emulator.http.tls.ServerTls;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A factory of the Jetty connector of a listener, plain or TLS. */
final class TlsConnector {

    /** How long a kept-alive connection holds up a shutdown; less than the server waits for it. */
    private static final long SHUTDOWN_IDLE_MILLIS = 100;

    /** Banks answer most calls on these threads; a few listeners share the cores. */
    private static final int MOST_SELECTORS = 4;

    private final Listener listener;
    private final HttpLimits limits;
    private final BiConsumer<SslHandshakeListener.Event, Throwable> failures;

    TlsConnector(Listener listener, HttpLimits limits, BiConsumer<SslHandshakeListener.Event, Throwable> failures) {
        this.listener = listener;
        this.limits = limits;
        this.failures = failures;
    }

    /** Serves a port that is bound already, once it is told to accept. */
    ServerConnector on(Server server, HttpConfiguration http, ServerSocketChannel channel) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ConnectionFactory[] factories = listener.tls()
                .map(tls ->
                        new ConnectionFactory[] {new RefusableTls(factory(tls), listener.refusesConnections()), plain})
                .orElseGet(() -> new ConnectionFactory[] {plain});
        ServerConnector connector = new ServerConnector(server, 1, selectors(), factories);
        connector.setName(listener.name());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        listener.tls().ifPresent(tls -> connector.addBean(new Handshakes(tls)));
        try {
            connector.open(channel);
            connector.setAccepting(false);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        return connector;
    }

    private int selectors() {
        return listener.edge().isJournaled()
                ? Math.min(MOST_SELECTORS, Runtime.getRuntime().availableProcessors())
                : 1;
    }

    private static SslContextFactory.Server factory(ServerTls tls) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls.context(new SecureRandom()));
        factory.setWantClientAuth(tls.clients().isPresent());
        factory.setNeedClientAuth(tls.demanded());
        factory.setSniRequired(false);
        return factory;
    }

    /** A resumed session skips the trust manager, so what it was opened with is judged again here. */
    private final class Handshakes implements SslHandshakeListener {

        private final ServerTls tls;

        Handshakes(ServerTls tls) {
            this.tls = tls;
        }

        /** A resumed session never came past the trust manager; nobody else hears of a refusal here. */
        @Override
        public void handshakeSucceeded(Event event) throws SSLException {
            Optional<ClientCertificateRefused> refused = tls.clients()
                    .flatMap(clients -> PeerReader.certificate(
                                    event.getSSLEngine().getSession(), clients.registry())
                            .flatMap(clients.trust()::refused));
            if (refused.isPresent()) {
                SSLException failure = new SSLException("a session was resumed", refused.get());
                failures.accept(event, failure);
                throw failure;
            }
        }

        @Override
        public void handshakeFailed(Event event, Throwable failure) {
            failures.accept(event, failure);
        }
    }
}
