package kz.paysandbox.emulator.http.server;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSession;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.PeerReader;
import kz.paysandbox.emulator.http.tls.ClientCertificateRefused;
import kz.paysandbox.emulator.http.tls.HandshakeFailure;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The record of failed handshakes, with their reasons, in the log and the journal. */
final class HandshakeLog {

    private static final Logger LOG = LoggerFactory.getLogger(HandshakeLog.class);

    private final Listener listener;
    private final Function<String, World> worldOfFingerprint;
    private final UnaryOperator<SocketAddress> clients;

    /**
     * @param worldOfFingerprint the world a certificate belongs to, {@code main} where it is unknown
     * @param clients the client's address, where a connection comes from
     */
    HandshakeLog(Listener listener, Function<String, World> worldOfFingerprint, UnaryOperator<SocketAddress> clients) {
        this.listener = listener;
        this.worldOfFingerprint = worldOfFingerprint;
        this.clients = clients;
    }

    void failed(SslHandshakeListener.Event event, Throwable failure) {
        String reason = HandshakeFailure.inWords(failure);
        String remote = PeerReader.address(clients.apply(event.getEndPoint().getRemoteSocketAddress()));
        LOG.warn("{}: handshake with {} failed: {}", listener.name(), remote, reason);
        String fingerprint = HandshakeFailure.refusedCertificate(failure)
                .map(ClientCertificateRefused::fingerprint)
                .orElse("");
        World world = worldOfFingerprint.apply(fingerprint);
        SSLSession session = event.getSSLEngine().getSession();
        long number = world.journal().nextNumber();
        HandshakeFailure.oldVersion(failure)
                .flatMap(version -> listener.edge()
                        .oldTls()
                        .map(clause -> Finding.of(
                                clause,
                                listener.name() + ": the client offers " + version + " at most",
                                List.of(number),
                                world.now())))
                .ifPresent(world.findings()::addOfStranger);
        Exchange exchange = new Exchange(
                new Exchange.Heading(number, world.now(), Duration.ZERO, listener.name(), ""),
                new Exchange.Message("", "", List.of(), Bytes.NONE),
                0,
                Bytes.NONE,
                new Exchange.Tls(remote, session.getProtocol(), session.getCipherSuite(), ""),
                List.of("handshake failed: " + reason));
        if (fingerprint.isEmpty()) {
            world.journal().addOfStranger(exchange);
        } else {
            world.journal().add(exchange);
        }
    }
}
