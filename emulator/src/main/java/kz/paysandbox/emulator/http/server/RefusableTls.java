package kz.paysandbox.emulator.http.server;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS that a fault can refuse before a word is said: the connection is closed where the handshake would begin. */
final class RefusableTls extends SslConnectionFactory {

    private final BooleanSupplier refuses;

    RefusableTls(SslContextFactory.Server factory, BooleanSupplier refuses) {
        super(factory, "http/1.1");
        this.refuses = refuses;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        if (refuses.getAsBoolean()) {
            endPoint.close();
        }
        return super.newConnection(connector, endPoint);
    }
}
