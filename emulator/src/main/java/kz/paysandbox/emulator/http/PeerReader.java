package kz.paysandbox.emulator.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import kz.paysandbox.emulator.core.net.Fingerprint;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.http.tls.ClientCertificate;
import org.eclipse.jetty.io.EndPoint;

/** A reader of who is at the other end of a connection. */
public final class PeerReader {

    private static final String FINGERPRINT = "kz.paysandbox.fingerprint";

    private PeerReader() {}

    static Peer of(EndPoint endPoint, Listener listener, UnaryOperator<SocketAddress> clients) {
        String address = address(clients.apply(endPoint.getRemoteSocketAddress()));
        EndPoint.SslSessionData data = endPoint.getSslSessionData();
        if (data == null || data.sslSession() == null) {
            return new Peer(address, "", "", Optional.empty());
        }
        SSLSession session = data.sslSession();
        Optional<ClientCertificate> certificate =
                listener.tls().flatMap(tls -> tls.clients()).flatMap(shown -> certificate(session, shown.registry()));
        return new Peer(address, session.getProtocol(), session.getCipherSuite(), certificate);
    }

    /** The registry's present entry for the session's certificate; the fingerprint is computed once a session. */
    public static Optional<ClientCertificate> certificate(SSLSession session, CertificateRegistry registry) {
        Object known = session.getValue(FINGERPRINT);
        if (known instanceof String fingerprint) {
            return fingerprint.isEmpty() ? Optional.empty() : Optional.of(known(fingerprint, registry));
        }
        Optional<String> fingerprint = leaf(session).map(Fingerprint::of);
        session.putValue(FINGERPRINT, fingerprint.orElse(""));
        return fingerprint.map(present -> known(present, registry));
    }

    /** A client that showed a certificate must never pass for one that showed none. */
    private static ClientCertificate known(String fingerprint, CertificateRegistry registry) {
        return registry.find(fingerprint).orElseGet(() -> ClientCertificate.forgotten(fingerprint));
    }

    /** Numeric, without zone; an IPv4 address mapped into IPv6 as IPv4. */
    public static String address(SocketAddress remote) {
        if (remote instanceof InetSocketAddress inet && inet.getAddress() != null) {
            InetAddress address = inet.getAddress();
            String text = address.getHostAddress();
            int zone = text.indexOf('%');
            return zone < 0 ? text : text.substring(0, zone);
        }
        return String.valueOf(remote);
    }

    private static Optional<X509Certificate> leaf(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? Optional.of(leaf) : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
