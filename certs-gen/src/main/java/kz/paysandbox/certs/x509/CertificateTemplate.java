package kz.paysandbox.certs.x509;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Everything a certificate says besides its key and its issuer. Times are cut to whole seconds, as X.509 does.
 *
 * @param hosts DNS names and IP literals for the subject alternative names; empty for none
 */
public record CertificateTemplate(
        X500Principal subject,
        BigInteger serial,
        Instant notBefore,
        Instant notAfter,
        Profile profile,
        List<String> hosts) {
    private static final int SERIAL_BITS = 128;

    public CertificateTemplate {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        hosts = List.copyOf(hosts);
        if (serial.signum() <= 0) {
            throw new IllegalArgumentException("serial must be positive");
        }
        if (!notAfter.isAfter(notBefore)) {
            throw new IllegalArgumentException("notAfter must be after notBefore");
        }
    }

    /** A positive random serial of 128 bits: two certificates of one CA must never collide. */
    public static BigInteger randomSerial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).max(BigInteger.ONE);
    }
}
