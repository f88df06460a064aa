package kz.paysandbox.emulator.http.tls;

import java.security.cert.CertificateException;

/** A client certificate was refused in the handshake; the message says why in words a developer can act on. */
public final class ClientCertificateRefused extends CertificateException {

    private static final long serialVersionUID = 1;

    private final String fingerprint;

    ClientCertificateRefused(String subject, String fingerprint, String reason) {
        super("client certificate refused: " + reason + "; it is of " + subject);
        this.fingerprint = fingerprint;
    }

    /** Lower-case hex SHA-256 of the certificate. */
    public String fingerprint() {
        return fingerprint;
    }
}
