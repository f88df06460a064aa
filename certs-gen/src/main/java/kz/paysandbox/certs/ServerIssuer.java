package kz.paysandbox.certs;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.x509.BadMaterialException;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Profile;

/** Makes server certificates: the sandbox's own, and those of shops that receive callbacks. */
record ServerIssuer(Authorities authorities, Instant now) {
    /** Names of the sandbox's own certificate, so that a client with a hard-coded bank host needs only a hosts file. */
    static final List<String> BANK_HOSTS = List.of(
            "localhost",
            "127.0.0.1",
            "::1",
            "mtokentest.kaspi.kz",
            "qrapi-key.kaspi.kz",
            "qrapi-cert.kaspi.kz",
            "qrapi-cert-ip.kaspi.kz",
            "pay.kaspi.kz",
            "test-epay-oauth.epayment.kz",
            "test-epay-api.epayment.kz",
            "test-epay.epayment.kz",
            "testoauth.homebank.kz",
            "testepay.homebank.kz",
            "test-epay.homebank.kz",
            "epay-oauth.homebank.kz",
            "epay-api.homebank.kz",
            "epay.homebank.kz",
            "epay-api-staging.homebank.kz");

    /** The leaf followed by the intermediate, PEM. */
    String chain(X500Principal subject, PublicKey key, List<String> hosts) throws IOException {
        X509Certificate leaf =
                authorities.issue(subject, key, Validity.from(now, Validity.SERVER), Profile.SERVER, hosts);
        return Pem.certificate(leaf)
                + Pem.certificate(authorities.intermediate().certificate());
    }

    /** The DNS names and addresses that a certificate is for, in its own order and spelling. */
    static List<String> hosts(X509Certificate certificate) {
        try {
            List<String> hosts = new ArrayList<>();
            Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .forEach(name -> hosts.add(String.valueOf(name.get(1))));
            return hosts;
        } catch (CertificateParsingException e) {
            throw new BadMaterialException("its subject alternative names cannot be read", e);
        }
    }
}
