package kz.paysandbox.emulator.http.tls;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * The identity and trust of a TLS listener.
 *
 * @param clients judges client certificates; empty where none are asked for
 * @param demanded whether a client without a certificate fails the handshake already
 */
public record ServerTls(ServerIdentity identity, Optional<ClientAuthentication> clients, boolean demanded) {

    /** Who judges client certificates, and what is known of them. */
    public record ClientAuthentication(ClientTrust trust, CertificateRegistry registry) {}

    /** Asks nobody for a certificate. */
    public static ServerTls anonymous(ServerIdentity identity) {
        return new ServerTls(identity, Optional.empty(), false);
    }

    /** A new context; a context keeps the sessions that clients may resume. */
    public SSLContext context(SecureRandom random) {
        KeyManager[] held = {identity};
        TrustManager[] trusted =
                clients.map(clients -> new TrustManager[] {clients.trust()}).orElseGet(() -> new TrustManager[0]);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(held, trusted, random);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
