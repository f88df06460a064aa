package kz.paysandbox.emulator.node;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.x509.CertificateSigner;
import kz.paysandbox.certs.x509.CertificateTemplate;
import kz.paysandbox.certs.x509.KeySpec;
import kz.paysandbox.certs.x509.Profile;
import kz.paysandbox.emulator.relay.RelayIdentity;

/** The certificate of one process: its key never leaves the memory, and it signs itself. */
final class NodeCertificate {

    /** Nodes compare fingerprints alone, so that a clock that is wrong does no harm. */
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private NodeCertificate() {}

    static RelayIdentity make(SecureRandom random) {
        KeyPair pair = KeySpec.EC_P256.generate(random);
        CertificateTemplate template = new CertificateTemplate(
                new X500Principal("CN=kzpay-sandbox node"),
                CertificateTemplate.randomSerial(random),
                Instant.EPOCH,
                END,
                Profile.SERVER,
                List.of());
        return new RelayIdentity(pair.getPrivate(), CertificateSigner.selfSign(template, pair));
    }
}
