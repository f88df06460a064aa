package kz.paysandbox.certs;

import java.time.Instant;
import java.util.List;

/**
 * A client certificate with everything needed to use it.
 *
 * @param fingerprint lower-case hex SHA-256 of the certificate's DER
 */
public record ClientIdentity(
        String name,
        String fingerprint,
        Material material,
        String world,
        List<String> bins,
        Instant notBefore,
        Instant notAfter) {

    /**
     * Certificate and key, as files have them.
     *
     * @param certificatePem the leaf alone, as the bank delivers it
     * @param keyPem unencrypted PKCS#8
     * @param pfx modern container of key and leaf, under {@code password}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Material(String certificatePem, String keyPem, byte[] pfx, String password) {
        public Material {
            pfx = pfx.clone();
        }

        /** A copy of the container's bytes. */
        @Override
        public byte[] pfx() {
            return pfx.clone();
        }

        /** Leaves everything out, so that it can be logged. */
        @Override
        public String toString() {
            return "Material[]";
        }
    }

    public ClientIdentity {
        bins = List.copyOf(bins);
    }

    /** Leaves out key and password, so that it can be logged. */
    @Override
    public String toString() {
        return "ClientIdentity[name=" + name + ", fingerprint=" + fingerprint + ", world=" + world + ", bins=" + bins
                + ", notBefore=" + notBefore + ", notAfter=" + notAfter + "]";
    }
}
