package kz.paysandbox.emulator.core.desk;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** Client certificates of worlds; made when they are first asked for. */
public interface IdentityDesk {

    /**
     * A client certificate with its key.
     *
     * @param pfxBase64 PKCS#12, protected by {@code password}
     * @param pem the certificate alone
     * @param keyPem the key, unencrypted PKCS#8
     */
    record Identity(
            String name,
            String fingerprint,
            List<String> bins,
            String notAfter,
            String pfxBase64,
            String password,
            String pem,
            String keyPem) {
        @Override
        public String toString() {
            return "Identity[" + name + "]";
        }
    }

    /** A certificate's state after a change. */
    record State(String name, String fingerprint, String world, String notAfter, String revokedAt) {}

    /** The world's own certificate, which acts for all its organisations. */
    Identity certificate(World world);

    /** The names that a client certificate of the world can have, whether or not it was made yet. */
    List<String> names(World world);

    /** Revokes the certificate of a name; seen at once by every connection. */
    Outcome<State, Conflict> revoke(World world, String name, Instant at);

    /** A new certificate for the same world and organisations; the old one stays valid until it is revoked. */
    Outcome<Identity, Conflict> renew(World world, String name);

    /** Forgets what was made for a world that is gone. */
    void forget(World world);
}
